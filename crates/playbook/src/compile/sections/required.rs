//! What some posts must contain: `` Paid posts begin with `#ad`. ``

use crate::compile::context::Context;
use crate::compile::outline::Section;
use crate::compile::rich::{Mark, Slice};
use crate::compile::sections::goals::first_line;
use crate::compile::sections::parts::{Part, parts};
use crate::compile::sections::{children, leftovers};
use crate::compile::terms;
use crate::model;

const HELP: &str = "Write the text in backquotes: `` - Paid partnership posts begin with `#ad`. ``";
/// The words between the posts and the text, longest first where one begins another.
const VERBS: &[&str] = &[
    " begins with ",
    " begin with ",
    " starts with ",
    " start with ",
    " opens with ",
    " open with ",
    " ends with ",
    " end with ",
    " contains ",
    " contain ",
    " includes ",
    " include ",
    " carries ",
    " carry ",
    " needs ",
    " need ",
    " has ",
    " have ",
    " says ",
    " say ",
    " use ",
    " uses ",
];

pub fn read(cx: &mut Context<'_>, section: &Section<'_>) {
    for part in parts(section.own, |_| false) {
        match part {
            Part::Labelled(l, item) => {
                // `Paid partnership posts: `#ad``.
                let line = item
                    .and_then(first_line)
                    .unwrap_or(l.label.through(&l.value));
                let when = lowered(l.label.text());
                sentence(cx, line, item.map_or(l.at, |i| i.at), Some(when));
            }
            Part::Item(item) => match first_line(item) {
                Some(line) => sentence(cx, line, item.at, None),
                None => leftovers::item(cx, "required/item-not-read", &section.title, item, HELP),
            },
            Part::Paragraph(line, block) => {
                if line.marked(Mark::Code).next().is_some() {
                    sentence(cx, line, block.span.start, None);
                } else {
                    leftovers::blocks(cx, section, &[block], HELP);
                }
            }
            Part::Table(_, at) => cx.warn(
                "section/block-not-read",
                at,
                format!("This table is not read as rules under {}.", section.title),
                HELP,
            ),
            Part::Other(block) => leftovers::blocks(cx, section, &[block], HELP),
        }
    }
    children(cx, section);
}

fn sentence(cx: &mut Context<'_>, line: Slice<'_>, at: usize, when: Option<String>) {
    let text = line.text().trim();
    let lower = text.to_ascii_lowercase();
    let mut codes = line.marked(Mark::Code);
    let code = codes.next();
    let verb = VERBS
        .iter()
        .filter_map(|v| lower.find(v).map(|i| (i, *v)))
        .min();
    let begins =
        verb.is_some_and(|(_, v)| v.contains("begin") || v.contains("start") || v.contains("open"));
    let when = when.unwrap_or_else(|| {
        let before = verb.and_then(|(i, _)| text.get(..i)).unwrap_or("");
        let before = before
            .trim_end_matches(" always")
            .trim_end_matches(" must")
            .trim_end_matches(" should")
            .trim_end_matches(" must always");
        lowered(before)
    });
    if code.is_none() {
        cx.suggest(
            "required/no-text",
            at,
            "This rule names no text in backquotes, so people see it but nothing can be checked.",
            HELP,
        );
    }
    if let Some(second) = codes.next() {
        cx.suggest(
            "required/one-text",
            second.at(),
            format!(
                "Only the first text in backquotes is looked for; `{}` is not.",
                second.text()
            ),
            "Write one item for each text.",
        );
    }
    let line_number = cx.line(at);
    let required = code.map(|c| terms::unquote(c.text()).to_owned());
    cx.book.required.push(model::Required {
        rule: text.replace('\n', " "),
        text: required,
        begins,
        first_line: !begins && lower.contains("first line"),
        when,
        line: line_number,
    });
}

/// The first letter in lower case, unless the word is one of capitals.
fn lowered(text: &str) -> String {
    let text = text.trim();
    let mut letters = text.chars();
    match letters.next() {
        Some(c) if !letters.clone().next().is_some_and(char::is_uppercase) => {
            c.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}
