//! Writing what the driver is told, member by member.
//!
//! As with reading, the card builds the browser's own objects, which the browser turns into
//! JSON: it carries no writer of JSON and no writer of decimals.

use cuecard_platforms::Technique;

use crate::{Mark, MarkLevel, ToDriver};

/// Makes objects.
pub trait Build {
    /// What it makes.
    type Value;
    /// A text.
    fn text(&self, text: &str) -> Self::Value;
    /// A number.
    fn number(&self, number: f64) -> Self::Value;
    /// `true` or `false`.
    fn truth(&self, truth: bool) -> Self::Value;
    /// A list.
    fn list(&self, items: Vec<Self::Value>) -> Self::Value;
    /// An object of members.
    fn object(&self, members: Vec<(&'static str, Self::Value)>) -> Self::Value;
}

impl ToDriver {
    /// The message as an object.
    pub fn write<B: Build>(&self, with: &B) -> B::Value {
        let whole = |number: u32| with.number(f64::from(number));
        let (name, mut members) = match self {
            Self::Ready => ("ready", Vec::new()),
            Self::Refused => ("refused", Vec::new()),
            Self::Marks {
                composer,
                rev,
                marks,
            } => {
                let marks = marks.iter().map(|mark| write_mark(*mark, with)).collect();
                (
                    "marks",
                    vec![
                        ("composer", whole(*composer)),
                        ("rev", whole(*rev)),
                        ("marks", with.list(marks)),
                    ],
                )
            }
            Self::Edit {
                edit,
                composer,
                rev,
                start,
                end,
                expect,
                account,
                insert,
                technique,
            } => (
                "edit",
                vec![
                    ("edit", whole(*edit)),
                    ("composer", whole(*composer)),
                    ("rev", whole(*rev)),
                    ("start", whole(*start)),
                    ("end", whole(*end)),
                    ("expect", with.text(expect)),
                    ("account", with.text(account)),
                    ("insert", with.text(insert)),
                    ("technique", with.text(technique_name(*technique))),
                ],
            ),
            Self::Place {
                composer,
                dx,
                dy,
                w,
                h,
            } => (
                "place",
                vec![
                    ("composer", whole(*composer)),
                    ("dx", with.number(*dx)),
                    ("dy", with.number(*dy)),
                    ("w", with.number(*w)),
                    ("h", with.number(*h)),
                ],
            ),
            Self::Show {
                composer,
                start,
                end,
            } => (
                "show",
                vec![
                    ("composer", whole(*composer)),
                    ("start", whole(*start)),
                    ("end", whole(*end)),
                ],
            ),
            Self::Inspect => ("inspect", Vec::new()),
            Self::Pick { composer } => ("pick", vec![("composer", whole(*composer))]),
            Self::Gate { composer, closed } => (
                "gate",
                vec![
                    ("composer", whole(*composer)),
                    ("closed", with.truth(*closed)),
                ],
            ),
            Self::TakeFocus { composer } => ("take-focus", vec![("composer", whole(*composer))]),
            Self::ReturnFocus { composer } => {
                ("return-focus", vec![("composer", whole(*composer))])
            }
        };
        members.push(("type", with.text(name)));
        with.object(members)
    }
}

fn write_mark<B: Build>(mark: Mark, with: &B) -> B::Value {
    let level = match mark.level {
        MarkLevel::Suggestion => "suggestion",
        MarkLevel::Warning => "warning",
        MarkLevel::Error => "error",
    };
    with.object(vec![
        ("start", with.number(f64::from(mark.start))),
        ("end", with.number(f64::from(mark.end))),
        ("level", with.text(level)),
    ])
}

fn technique_name(technique: Technique) -> &'static str {
    match technique {
        Technique::Exec => "exec",
        Technique::ExecLines => "exec-lines",
        Technique::ExecParagraphs => "exec-paragraphs",
        Technique::Paste => "paste",
        Technique::BeforeInput => "before-input",
    }
}
