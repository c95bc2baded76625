//! Reading what the driver says, member by member.
//!
//! The card gives the browser's own objects to this; a parser of JSON and serde's code to
//! match and refuse members would be 35 KB of its module.

use cuecard_platforms::{ComposerKind, EditorKind};
use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};

use crate::{
    Answered, ComposerInfo, Geometry, Inspection, Outcome, PageCounter, Rect, SeenComment,
    SeenComposer, SeenMedia, ToCard,
};

/// An object whose members can be asked for. None stands for a member that is not there, is
/// `null`, or is something else.
pub trait Object: Sized {
    /// A text.
    fn text(&self, name: &str) -> Option<String>;
    /// A number.
    fn number(&self, name: &str) -> Option<f64>;
    /// `true` or `false`.
    fn truth(&self, name: &str) -> Option<bool>;
    /// Another object.
    fn object(&self, name: &str) -> Option<Self>;
    /// A list of objects.
    fn objects(&self, name: &str) -> Option<Vec<Self>>;
}

impl ToCard {
    /// The message of an object; none where its type is unknown or a member that the type has is missing.
    pub fn read(of: &impl Object) -> Option<Self> {
        let composer = || whole(of, "composer");
        Some(match of.text("type")?.as_str() {
            "hello" => Self::Hello {
                nonce: of.text("nonce")?,
                host: of.text("host")?,
                firefox: of.truth("firefox")?,
            },
            "composer" => Self::Composer {
                composer: composer()?,
                about: about(&of.object("about")?)?,
                geometry: geometry(&of.object("geometry")?)?,
            },
            "draft" => Self::Draft {
                composer: composer()?,
                rev: whole(of, "rev")?,
                text: of.text("text")?,
            },
            "geometry" => Self::Geometry {
                composer: composer()?,
                geometry: geometry(&of.object("geometry")?)?,
            },
            "open" => Self::Open {
                composer: composer()?,
                at: whole(of, "at")?,
                keyboard: of.truth("keyboard")?,
            },
            "edited" => Self::Edited {
                edit: whole(of, "edit")?,
                outcome: named::<Outcome>(of.text("outcome"))?,
            },
            "take" => Self::Take {
                composer: composer()?,
            },
            "picked" => Self::Picked {
                composer: composer()?,
                text: of.text("text")?,
            },
            "submit" => Self::Submit {
                composer: composer()?,
                held: of.truth("held")?,
            },
            "blur" => Self::Blur {
                composer: composer()?,
            },
            "gone" => Self::Gone {
                composer: composer()?,
            },
            "paused" => Self::Paused,
            "inspected" => Self::Inspected(inspection(of)?),
            _ => return None,
        })
    }
}

fn about(of: &impl Object) -> Option<ComposerInfo> {
    Some(ComposerInfo {
        platform: of.text("platform")?,
        kind: named::<ComposerKind>(of.text("kind"))?,
        editor: named::<EditorKind>(of.text("editor"))?,
        answering: match of.object("answering") {
            Some(answering) => Some(Answered {
                text: answering.text("text")?,
                author: answering.text("author")?,
                link: answering.text("link")?,
            }),
            None => None,
        },
        account: of.text("account")?,
        counter: match of.object("counter") {
            Some(counter) => Some(PageCounter {
                shows: counter.text("shows")?,
                draft: counter.text("draft")?,
            }),
            None => None,
        },
        media: {
            let media = of.object("media")?;
            SeenMedia {
                attached: whole(&media, "attached")?,
                described: whole(&media, "described")?,
                bare: whole(&media, "bare")?,
            }
        },
    })
}

fn inspection(of: &impl Object) -> Option<Inspection> {
    Some(Inspection {
        platform: of.text("platform")?,
        framed: of.truth("framed")?,
        added: of.truth("added")?,
        composers: list(of, "composers", |one| {
            Some(SeenComposer {
                id: one.text("id")?,
                date: one.text("date")?,
                found: whole(one, "found")?,
                attached: one.truth("attached")?,
                submit: one.truth("submit")?,
                account: one.truth("account")?,
                media: whole(one, "media")?,
                answering: list(one, "answering", |one| {
                    Some(SeenComment {
                        blocks: whole(one, "blocks")?,
                        text: one.truth("text")?,
                        author: one.truth("author")?,
                        link: one.truth("link")?,
                    })
                })?,
            })
        })?,
    })
}

fn list<O: Object, T>(of: &O, name: &str, read: impl Fn(&O) -> Option<T>) -> Option<Vec<T>> {
    of.objects(name)?.iter().map(read).collect()
}

fn geometry(of: &impl Object) -> Option<Geometry> {
    Some(Geometry {
        viewport: rect(&of.object("viewport")?)?,
        composer: rect(&of.object("composer")?)?,
        submit: of.object("submit").as_ref().and_then(rect),
        surround: of.object("surround").as_ref().and_then(rect),
        controls: of.objects("controls")?.iter().filter_map(rect).collect(),
    })
}

fn rect(of: &impl Object) -> Option<Rect> {
    Some(Rect {
        x: of.number("x")?,
        y: of.number("y")?,
        w: of.number("w")?,
        h: of.number("h")?,
    })
}

/// A number that is one of 0, 1, 2...
fn whole(of: &impl Object, name: &str) -> Option<u32> {
    let number = of.number(name)?;
    let whole = number as u32;
    (f64::from(whole) == number).then_some(whole)
}

/// One of an enum's names.
fn named<T: for<'a> Deserialize<'a>>(name: Option<String>) -> Option<T> {
    T::deserialize(StrDeserializer::<Error>::new(&name?)).ok()
}
