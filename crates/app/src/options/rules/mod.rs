//! The compiled playbook as tables that a person can read and filter.

mod rest;

use cuecard_playbook::{Permission, Playbook, Scope, Tell, audience_name};

use crate::i18n::Say;
use crate::model::severity;

/// A section of the playbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Key of its title.
    pub title: &'static str,
    /// Keys of its columns' titles.
    pub columns: &'static [&'static str],
    /// Its entries.
    pub rows: Vec<Entry>,
}

/// An entry of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its line in the document; 0 where the model keeps none.
    pub line: usize,
    /// A text for each column.
    pub cells: Vec<String>,
}

fn row<const N: usize>(line: usize, cells: [String; N]) -> Entry {
    Entry {
        line,
        cells: cells.into(),
    }
}

fn list(items: &[String]) -> String {
    items.join("; ")
}

fn opt<T: ToString>(value: Option<&T>) -> String {
    value.map(T::to_string).unwrap_or_default()
}

/// Where a rule holds; none where that is everywhere.
fn only(scope: &Scope) -> Option<String> {
    let platforms = scope.platforms.iter().chain(&scope.kinds).cloned();
    let readers = scope.audiences.iter().map(|id| audience_name(id));
    let all: Vec<String> = platforms.chain(readers).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

fn tells(tell: &[Tell]) -> String {
    let one = |t: &Tell| {
        if t.within.is_empty() {
            t.role.clone()
        } else {
            [&t.role, ": ", &t.within].concat()
        }
    };
    tell.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn permission(say: Say, permission: Permission) -> String {
    say(
        match permission {
            Permission::MayReply => "options_may_reply",
            Permission::ApproveFirst => "options_approve_first",
            Permission::MustNotReply => "options_must_not_reply",
        },
        &[],
    )
}

/// All that the compiler understood, in sections with something in them.
#[must_use]
pub fn sections(say: Say, p: &Playbook) -> Vec<Section> {
    let mut out = Vec::new();
    let mut add = |title, columns, rows: Vec<Entry>| {
        if !rows.is_empty() {
            out.push(Section {
                title,
                columns,
                rows,
            });
        }
    };
    add(
        "options_words",
        &["options_col_avoid", "options_col_prefer", "options_col_why"],
        p.words
            .iter()
            .map(|w| {
                let prefer = if w.omit {
                    say("options_leave_out", &[])
                } else {
                    list(&w.prefer)
                };
                let unless = w.unless.as_ref().map(|u| say("options_unless", &[u]));
                let only = only(&w.scope).map(|o| say("options_only", &[&o]));
                let why = w.why.iter().cloned().chain(unless).chain(only);
                let why: Vec<String> = why.collect();
                row(w.line, [list(&w.avoid), prefer, why.join(" ")])
            })
            .collect(),
    );
    add(
        "options_claims",
        &[
            "options_col_claim",
            "options_col_permission",
            "options_col_why",
        ],
        p.claims
            .iter()
            .map(|c| {
                let may = say(
                    if c.approvable {
                        "options_needs_approval"
                    } else {
                        "options_never"
                    },
                    &[],
                );
                row(
                    c.line,
                    [c.term.clone(), may, c.why.clone().unwrap_or_default()],
                )
            })
            .chain(p.approved_claims.iter().map(|c| {
                let may = say("options_approved", &[]);
                let proof = c.proof.clone().unwrap_or_default();
                row(c.line, [c.text.clone(), may, proof])
            }))
            .collect(),
    );
    add(
        "options_products",
        &["options_col_name"],
        p.products
            .iter()
            .map(|n| row(n.line, [n.name.clone()]))
            .collect(),
    );
    add(
        "options_names",
        &["options_col_name"],
        p.names
            .iter()
            .map(|n| row(n.line, [n.name.clone()]))
            .collect(),
    );
    add(
        "options_patterns",
        &["options_col_pattern", "options_col_advice"],
        p.patterns
            .iter()
            .map(|r| row(r.line, [r.pattern.clone(), r.advice.clone()]))
            .collect(),
    );
    add(
        "options_required",
        &["options_col_rule"],
        p.required
            .iter()
            .map(|r| row(r.line, [r.rule.clone()]))
            .collect(),
    );
    add(
        "options_messages",
        &[
            "options_col_name",
            "options_col_text",
            "options_col_platforms",
            "options_col_until",
        ],
        p.messages
            .iter()
            .map(|m| {
                row(
                    m.line,
                    [
                        m.name.clone(),
                        m.text.clone(),
                        list(&m.platforms),
                        opt(m.until.as_ref()),
                    ],
                )
            })
            .collect(),
    );
    add(
        "options_protocols",
        &[
            "options_col_name",
            "options_col_level",
            "options_col_permission",
            "options_col_tell",
            "options_col_phrases",
            "options_col_reply",
        ],
        p.protocols
            .iter()
            .map(|r| {
                let hard = r.hard.iter().map(|h| say("card_quoted", &[h]));
                let phrases: Vec<String> = hard.chain(r.phrases.iter().cloned()).collect();
                let reply = r
                    .replies
                    .first()
                    .map_or_else(|| list(&r.actions), |reply| reply.text.clone());
                let level = severity(say, r.level);
                row(
                    r.line,
                    [
                        r.name.clone(),
                        level,
                        permission(say, r.permission),
                        tells(&r.tell),
                        phrases.join("; "),
                        reply,
                    ],
                )
            })
            .collect(),
    );
    add(
        "options_priorities",
        &[
            "options_col_name",
            "options_col_share",
            "options_col_signals",
        ],
        p.priorities
            .iter()
            .map(|r| {
                // Shares are whole percents in every playbook that we have seen.
                let share = r
                    .share
                    .map(|s| [&((s * 100.0).round() as i32).to_string(), " %"].concat());
                row(
                    r.line,
                    [r.name.clone(), share.unwrap_or_default(), list(&r.signals)],
                )
            })
            .collect(),
    );
    rest::add(say, p, &mut add);
    out
}

/// The entries in which every word of `filter` stands, in any case.
#[must_use]
pub fn filtered(sections: &[Section], filter: &str) -> Vec<Section> {
    let words: Vec<String> = filter.split_whitespace().map(str::to_lowercase).collect();
    let fits = |entry: &Entry| {
        let text = entry.cells.join("\n").to_lowercase();
        words.iter().all(|w| text.contains(w.as_str()))
    };
    sections
        .iter()
        .map(|s| Section {
            rows: s.rows.iter().filter(|e| fits(e)).cloned().collect(),
            ..s.clone()
        })
        .filter(|s| !s.rows.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::english;

    #[test]
    fn the_sample_playbook_can_be_read_and_filtered() {
        let sample = include_str!("../../../../../static/playbook/wrenfield.md");
        let playbook = cuecard_playbook::compile(sample).playbook;
        let all = sections(english::say, &playbook);
        for section in &all {
            assert!(
                section
                    .rows
                    .iter()
                    .all(|r| r.cells.len() == section.columns.len()),
                "{}",
                section.title
            );
        }
        let count = |all: &[Section], title| {
            all.iter()
                .find(|s| s.title == title)
                .map_or(0, |s| s.rows.len())
        };
        assert_eq!(count(&all, "options_words"), playbook.words.len());
        assert_eq!(count(&all, "options_protocols"), playbook.protocols.len());

        assert_eq!(
            count(&all, "options_claims"),
            playbook.claims.len() + playbook.approved_claims.len()
        );
        assert_eq!(count(&all, "options_products"), playbook.products.len());

        let some = filtered(&all, "  EMERGENCY department ");
        assert!(
            count(&some, "options_words") >= 1
                && count(&some, "options_words") < playbook.words.len()
        );
        assert!(filtered(&all, "no such words anywhere").is_empty());
        assert_eq!(filtered(&all, " "), all);
    }

    #[test]
    fn where_a_rule_holds_and_what_was_approved_can_be_read() {
        let book = "## Words\n- renal (use *kidney*; for patients)\n\n## Claims\n- Approved: best in Alder County (file 12)\n\n## Drugs and devices\n- Fancymab\n";
        let all = sections(english::say, &cuecard_playbook::compile(book).playbook);
        let cells: Vec<&[String]> = all
            .iter()
            .flat_map(|s| &s.rows)
            .map(|r| &*r.cells)
            .collect();
        assert_eq!(
            cells,
            [
                &["renal", "kidney", "Only: Patients."][..],
                &["best in Alder County", "Approved", "file 12"],
                &["Fancymab"]
            ]
        );
    }
}
