//! Packs of checks as a section: `- health-stigma: off`.

use crate::compile::context::Context;
use crate::compile::outline::Section;
use crate::compile::packs;
use crate::compile::sections::goals::first_line;
use crate::compile::sections::parts::{Part, parts};
use crate::compile::sections::{children, leftovers};

const HELP: &str = "Write one pack an item: `- health-stigma: on` or `- plain-language: off`.";

pub fn read(cx: &mut Context<'_>, section: &Section<'_>) {
    for part in parts(section.own, |_| false) {
        match part {
            Part::Labelled(l, _) => {
                let text = l.label.through(&l.value).text().to_owned();
                packs::switch(cx, &text, l.at);
            }
            Part::Item(item) => match first_line(item) {
                Some(line) => packs::switch(cx, line.text(), item.at),
                None => leftovers::item(cx, "packs/item-not-read", &section.title, item, HELP),
            },
            Part::Table(table, _) => {
                for row in table.rows.iter().filter(|r| !r.is_blank()) {
                    let mut cells = row.cells.iter().map(|c| c.all().text().trim().to_owned());
                    let name = cells.next().unwrap_or_default();
                    let state = cells.next().unwrap_or_default();
                    packs::switch(cx, &format!("{name}:{state}"), row.span.start);
                }
            }
            Part::Paragraph(_, block) | Part::Other(block) => {
                leftovers::blocks(cx, section, &[block], HELP);
            }
        }
    }
    children(cx, section);
}
