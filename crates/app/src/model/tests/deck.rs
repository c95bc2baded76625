//! A card on the table: an engine that says what the test names, and short ways to play.

use cuecard_checks::{
    Change, Count, Draft, Finding, Level, Media, MessageMatch, PriorityScore, Report,
};
use cuecard_platforms::{ComposerKind, EditorKind, Shown, Unit};
use cuecard_playbook::{
    Comfort, OtherAccount, Permission, Playbook, Priority, Privacy, Role, Severity, Tell,
};
use cuecard_replies::{
    Answer, Earlier, Escalation, Moment, Packet, Raised, Replier, Suggestion, Thread, Variant,
};
use cuecard_text::Span;
use cuecard_wire::{Answered, ComposerInfo, Geometry, Rect, SeenMedia, ToCard, ToDriver};

use crate::i18n::english;
use crate::model::{Action, Card, Effect, Engine, Event, Found, Key, Loaded, Now, Shelf};

/// Finds `ER` (warning), `cure` (error), `hm` (suggestion), and texts over 20 characters (error, whole draft).
#[derive(Default)]
struct Fake {
    comfort: Option<Comfort>,
    brand: Option<&'static str>,
}

impl Engine for Fake {
    fn brand(&self) -> &str {
        self.brand.unwrap_or("Riverside Health")
    }

    fn is_ours(&self, author: &str) -> bool {
        author == self.brand()
    }

    fn other_account(&self, _: &str, shown: &str) -> Option<OtherAccount> {
        let ours = match self.brand() {
            "Linden Clinics" => "@linden",
            "Alder" => "@alder",
            _ => "@riverside",
        };
        (shown.starts_with('@') && shown != ours).then(|| OtherAccount {
            shown: shown.into(),
            ours: vec![ours.into()],
        })
    }

    fn audiences(&self) -> &[String] {
        use std::sync::OnceLock;
        static AUDIENCES: OnceLock<Vec<String>> = OnceLock::new();
        AUDIENCES.get_or_init(|| vec!["patient".into(), "clinician".into()])
    }

    fn roles(&self) -> &[Role] {
        use std::sync::OnceLock;
        static ROLES: OnceLock<Vec<Role>> = OnceLock::new();
        let role = |name: &str, who: &str, reach: &str, hours: &str| Role {
            name: name.into(),
            who: who.into(),
            reach: vec![reach.into()],
            hours: hours.into(),
            line: 1,
        };
        ROLES.get_or_init(|| {
            vec![
                role("On call", "Administrator on call", "555-0111", "always"),
                role(
                    "Approver",
                    "Communications lead",
                    "comms@riverside.example",
                    "Mon-Fri 9:00-17:00",
                ),
                role(
                    "Patient Relations",
                    "The team",
                    "555-0104",
                    "Mon-Fri 8:00-18:00",
                ),
            ]
        })
    }

    fn privacy(&self) -> &Privacy {
        use std::sync::OnceLock;
        static PRIVACY: OnceLock<Privacy> = OnceLock::new();
        PRIVACY.get_or_init(|| Privacy {
            numbers: vec!["555-0104".into(), "555-0100".into()],
            domains: vec!["riverside.example".into()],
            ..Privacy::default()
        })
    }

    fn priorities(&self) -> &[Priority] {
        use std::sync::OnceLock;
        static PRIORITIES: OnceLock<Vec<Priority>> = OnceLock::new();
        PRIORITIES.get_or_init(|| {
            vec![Priority {
                name: "Recruitment".into(),
                share: Some(0.3),
                signals: Vec::new(),
                line: 1,
            }]
        })
    }

    fn gate(&self) -> bool {
        true
    }

    fn locale(&self) -> &str {
        "en-US"
    }

    fn comfort(&self) -> Option<Comfort> {
        self.comfort
    }

    fn check(&self, draft: &Draft<'_>) -> Report {
        let mut findings = Vec::new();
        for (word, level, fixes) in [
            ("ER", Level::Warning, &["emergency department", "ED"][..]),
            ("cure", Level::Error, &[""]),
            ("hm", Level::Suggestion, &[]),
        ] {
            for (start, _) in draft.text.match_indices(word) {
                findings.push(Finding {
                    span: Span {
                        start,
                        end: start + word.len(),
                    },
                    level,
                    rule: format!("words/{word}"),
                    message: format!("Why not {word}."),
                    fixes: fixes.iter().map(|f| (*f).to_owned()).collect(),
                    changes: match level {
                        Level::Error => Vec::new(),
                        _ => vec![Change::Same(word.into())],
                    },
                    ..finding()
                });
            }
        }
        // What says the commenter's own words back.
        let answered = draft.answering.map_or("", |a| a.text);
        if let Some(start) = draft
            .text
            .find("operation")
            .filter(|_| answered.contains("operation"))
        {
            findings.push(Finding {
                span: Span {
                    start,
                    end: start + "operation".len(),
                },
                level: Level::Error,
                rule: "reply-guard/echo".into(),
                message: "This confirms it.".into(),
                fix_span: Some(Span {
                    start: 0,
                    end: draft.text.len(),
                }),
                fixes: vec!["Please call us.".into()],
                ..finding()
            });
        }
        if let Some(start) = draft.text.find("{{") {
            findings.push(Finding {
                span: Span {
                    start,
                    end: start + 2,
                },
                level: Level::Error,
                rule: "slots/unfilled".into(),
                message: "Still empty.".into(),
                ..finding()
            });
        }
        // A word that only patients are spared.
        if let Some(start) = draft
            .text
            .find("renal")
            .filter(|_| draft.audience != Some("clinician"))
        {
            findings.push(Finding {
                span: Span {
                    start,
                    end: start + "renal".len(),
                },
                rule: "words/renal".into(),
                message: "Say kidney.".into(),
                ..finding()
            });
        }
        if draft.media == Media::Undescribed {
            findings.push(Finding {
                rule: "access/alt-text".into(),
                message: "Say what is shown.".into(),
                ..finding()
            });
        }
        let used = draft.text.chars().count();
        let limit = draft.limit.unwrap_or(20);
        if used > limit {
            findings.push(Finding {
                level: Level::Error,
                rule: "length/over".into(),
                message: format!("{} characters over", used - limit),
                ..finding()
            });
        }
        findings.sort_by_key(|f| f.span.start);
        Report {
            findings,
            count: Count {
                used,
                limit: Some(limit),
                unit: Unit::Graphemes,
                shows: Shown::Used,
                valid: used <= limit,
            },
            priorities: vec![PriorityScore {
                name: "Recruitment".into(),
                score: 0.8,
                because: vec!["join".into()],
            }],
            message: match (draft.text, draft.from) {
                ("Visit us.", _) => Some((0.0, true)),
                ("Visit us!", _) => Some((0.1, true)),
                // Known only by where it came from.
                ("Visit ER.", Some("visit")) => Some((0.5, false)),
                _ => None,
            }
            .map(|(drift, approved)| MessageMatch {
                id: "visit".into(),
                name: "Visiting".into(),
                drift,
                approved,
            }),
        }
    }

    fn answer(&self, text: &str, _: &str, thread: &Thread<'_>) -> Answer {
        let suggestion = |id: &str, permission, text: Option<&str>| Suggestion {
            protocol: id.into(),
            name: id.to_uppercase(),
            level: Severity::Complaint,
            score: 0.7,
            because: vec!["hours".into()],
            permission,
            tell: Vec::new(),
            actions: Vec::new(),
            text: text.map(str::to_owned),
            ..Suggestion::default()
        };
        let grave = |level| Escalation {
            protocol: "self-harm".into(),
            name: "Someone may hurt themselves".into(),
            level,
            because: vec!["want to die".into()],
            spans: text
                .find("want to die")
                .map(|start| Span {
                    start,
                    end: start + "want to die".len(),
                })
                .into_iter()
                .collect(),
            tell: vec![Tell {
                role: "On call".into(),
                within: "5 minutes".into(),
                minutes: Some(5),
            }],
            actions: vec!["screenshot".into()],
            permission: Permission::ApproveFirst,
            holding: Some("If you are in danger call 911 now.".into()),
            ..Escalation::default()
        };
        let replies = if text.contains("hours") {
            vec![
                suggestion("wait", Permission::MayReply, Some("Sorry.")),
                suggestion("press", Permission::ApproveFirst, Some("Thank you.")),
                suggestion("troll", Permission::MustNotReply, None),
            ]
        } else if text.contains("where") {
            vec![
                suggestion("site", Permission::MayReply, Some("See {{url}}.")),
                suggestion("desk", Permission::MayReply, Some("{{place}} {{phone}}")),
            ]
        } else if text.contains("desk") {
            vec![suggestion(
                "desk",
                Permission::MayReply,
                Some("{{place}} {{phone}}"),
            )]
        } else if text.contains("theatre") {
            vec![suggestion(
                "theatre",
                Permission::MayReply,
                Some("An operation."),
            )]
        } else if text.contains("reporter") {
            vec![suggestion(
                "press",
                Permission::ApproveFirst,
                Some("Ask {{desk}}."),
            )]
        } else if text.contains("angel") {
            vec![Suggestion {
                level: Severity::Praise,
                ..suggestion("praise", Permission::MayReply, Some("Thank you."))
            }]
        } else if text.contains("gracias") {
            vec![
                Suggestion {
                    variants: vec![Variant {
                        id: "praise/2".into(),
                        text: "Gracias.".into(),
                        language: Some("es".into()),
                    }],
                    ..suggestion("praise", Permission::MayReply, Some("Gracias."))
                },
                suggestion("wait", Permission::MayReply, Some("Sorry.")),
            ]
        } else if text.contains("late") {
            vec![
                suggestion("late", Permission::MayReply, Some("Sorry.")),
                suggestion("theatre", Permission::MayReply, Some("An operation, hm.")),
            ]
        } else {
            Vec::new()
        };
        let tell = |role: &str, within: &str, minutes| Tell {
            role: role.into(),
            within: within.into(),
            minutes,
        };
        // As the engine does it: what was used comes later, several of one class are graver.
        let replies = if text.contains("twice") {
            let variant = |n: usize| Variant {
                id: format!("twice/{n}"),
                text: format!("Variant {n}."),
                language: None,
            };
            let count = |v: &Variant| thread.used.iter().filter(|u| **u == v.id).count();
            let mut variants = vec![variant(1), variant(2)];
            variants.sort_by_key(count);
            vec![Suggestion {
                variants: variants.clone(),
                ..suggestion("twice", Permission::MayReply, Some(&variants[0].text))
            }]
        } else {
            replies
        };
        let minute = |e: &Earlier| e.ago < 60_000;
        let many = thread
            .earlier
            .iter()
            .filter(|e| minute(e) && e.class == "wait");
        let many = many.count() + 1;
        let escalation = if text.contains("hours") && many > 2 {
            Some(Escalation {
                class: "wait".into(),
                protocol: "wait".into(),
                name: "Long wait".into(),
                raised: Some(Raised {
                    from: Severity::Complaint,
                    count: many,
                    minutes: 1,
                }),
                ..grave(Severity::Serious)
            })
        } else if text.contains("slapped") {
            // A class of the default pack that the playbook has no protocol for.
            Some(Escalation {
                class: "assault".into(),
                protocol: String::new(),
                name: "Assault".into(),
                tell: vec![
                    tell("patient relations", "1 hour", Some(60)),
                    tell("On call", "15 minutes", Some(15)),
                    tell("Security", "", None),
                ],
                permission: Permission::MustNotReply,
                holding: None,
                also: vec!["legal-threat".into()],
                ..grave(Severity::Crisis)
            })
        } else if text.contains("die") {
            Some(grave(Severity::Crisis))
        } else if text.contains("lawyer") {
            Some(grave(Severity::Serious))
        } else {
            None
        };
        // What is not likely to fit comes after what is.
        let mut replies = replies;
        let nearest = if text.contains("vaguely") {
            std::mem::take(&mut replies)
        } else if text.contains("perhaps") {
            replies.split_off(1)
        } else {
            Vec::new()
        };
        // No rule is met, but it reads like one.
        let doubt = text.contains("floaty").then(|| grave(Severity::Crisis));
        Answer {
            escalation,
            doubt,
            replies,
            nearest,
            none: 0.1,
            language: text.contains("gracias").then_some("es"),
        }
    }

    /// The engine's own: it needs nothing but the roles.
    fn packet(&self, escalation: &Escalation, text: &str, now: Moment) -> Packet {
        use std::sync::OnceLock;
        static REPLIER: OnceLock<Replier> = OnceLock::new();
        let replier = REPLIER.get_or_init(|| {
            Replier::new(&Playbook {
                roles: self.roles().to_vec(),
                ..Playbook::default()
            })
        });
        replier.packet(escalation, text, now)
    }

    fn search(&self, query: &str, _: &str) -> Vec<Found> {
        let found = Found {
            id: "parking".into(),
            name: "Parking".into(),
            text: Some("Parking is free.".into()),
            permission: Permission::MayReply,
            level: None,
        };
        // Nothing typed finds everything, as the engine does it.
        if query.is_empty() {
            let named = |id: &str| Found {
                id: id.into(),
                name: id.to_uppercase(),
                ..found.clone()
            };
            return ["cafe", "parking", "visit", "wait"].map(named).to_vec();
        }
        if query.contains("operation") {
            let text = Some("An operation: ER".to_owned());
            vec![Found { text, ..found }]
        } else if query.contains("park") {
            vec![found]
        } else {
            Vec::new()
        }
    }
}

fn finding() -> Finding {
    Finding {
        span: Span { start: 0, end: 0 },
        level: Level::Warning,
        rule: String::new(),
        message: String::new(),
        fixes: Vec::new(),
        fix_span: None,
        source: None,
        changes: Vec::new(),
    }
}

/// A visit.
pub(super) struct Deck {
    pub(super) card: Card,
    pub(super) seconds: f64,
    rev: u32,
}

impl Deck {
    /// A card whose playbook is not there yet.
    pub(super) fn waiting() -> Self {
        Self {
            card: Card::new(english::say),
            seconds: 0.0,
            rev: 0,
        }
    }

    /// The same in the side panel.
    pub(super) fn waiting_in_panel() -> Self {
        Self {
            card: Card::in_panel(english::say),
            ..Self::waiting()
        }
    }

    /// A card on Bluesky, in Chromium.
    pub(super) fn new() -> Self {
        let mut deck = Self::waiting();
        deck.send(Self::playbook(Self::engine()));
        deck.hear(ToCard::Hello {
            nonce: "n".into(),
            host: "bsky.app".into(),
            firefox: false,
        });
        deck
    }

    /// A card whose playbook says how far one goes under a kind comment.
    pub(super) fn with_comfort(comfort: Comfort) -> Self {
        let mut deck = Self::new();
        deck.card.engine = Box::new(Fake {
            comfort: Some(comfort),
            ..Fake::default()
        });
        deck
    }

    /// What the card works with here.
    pub(super) fn engine() -> Box<dyn Engine> {
        Box::new(Fake::default())
    }

    /// What it works with for a brand.
    pub(super) fn engine_of(brand: &'static str) -> Box<dyn Engine> {
        Box::new(Fake {
            brand: Some(brand),
            ..Fake::default()
        })
    }

    /// The first playbook comes, or is saved anew.
    pub(super) fn playbook(engine: Box<dyn Engine>) -> Event {
        Event::Playbook(Box::new(Loaded {
            id: String::new(),
            engine: Some(engine),
            never: Vec::new(),
            shelf: Shelf::default(),
            journal: String::new(),
        }))
    }

    /// A card in the side panel.
    pub(super) fn in_panel() -> Self {
        let mut deck = Self::waiting_in_panel();
        deck.send(Self::playbook(Self::engine()));
        deck
    }

    pub(super) fn send(&mut self, event: Event) -> Vec<Effect> {
        let now = Now {
            ms: 1_795_575_845_000.0 + self.seconds * 1000.0,
            offset: -360,
        };
        self.card.update(now, event)
    }

    pub(super) fn hear(&mut self, message: ToCard) -> Vec<Effect> {
        self.send(Event::Wire(Box::new(message)))
    }

    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        self.send(Event::Act(action))
    }

    pub(super) fn key(&mut self, key: Key) -> Vec<Effect> {
        self.send(Event::Key(key))
    }

    /// A composer gets the focus; its comment, if it answers one.
    pub(super) fn focus(&mut self, composer: u32, comment: Option<&str>) -> Vec<Effect> {
        self.focus_under(composer, comment, "@carla_m")
    }

    /// The same, with the comment's author.
    pub(super) fn focus_under(
        &mut self,
        composer: u32,
        comment: Option<&str>,
        author: &str,
    ) -> Vec<Effect> {
        let answering = comment.map(|text| Answered {
            text: text.into(),
            author: author.into(),
            link: "https://bsky.app/post/1".into(),
        });
        let about = ComposerInfo {
            platform: "bluesky".into(),
            kind: if comment.is_some() {
                ComposerKind::Reply
            } else {
                ComposerKind::Post
            },
            editor: EditorKind::ProseMirror,
            answering,
            account: String::new(),
            counter: None,
            media: SeenMedia::default(),
        };
        let rect = |x, y, w, h| Rect { x, y, w, h };
        let geometry = Geometry {
            viewport: rect(0.0, 0.0, 1280.0, 800.0),
            composer: rect(300.0, 200.0, 500.0, 100.0),
            submit: Some(rect(720.0, 310.0, 80.0, 32.0)),
            surround: None,
            controls: Vec::new(),
        };
        self.hear(ToCard::Composer {
            composer,
            about,
            geometry,
        })
    }

    /// The draft of a composer.
    pub(super) fn draft(&mut self, composer: u32, text: &str) -> Vec<Effect> {
        self.rev += 1;
        self.hear(ToCard::Draft {
            composer,
            rev: self.rev,
            text: text.into(),
        })
    }

    /// The last place that was sent, as width and height.
    pub(super) fn size(&mut self, w: f64, h: f64) -> Option<(f64, f64)> {
        self.send(Event::Size(w, h))
            .into_iter()
            .find_map(|e| match e {
                Effect::Send(ToDriver::Place { w, h, .. }) => Some((w, h)),
                _ => None,
            })
    }
}

/// The edit among the effects: start, end, expect, insert.
pub(super) fn edit(effects: &[Effect]) -> Option<(u32, u32, &str, &str)> {
    effects.iter().find_map(|e| match e {
        Effect::Send(ToDriver::Edit {
            start,
            end,
            expect,
            insert,
            ..
        }) => Some((*start, *end, &**expect, &**insert)),
        _ => None,
    })
}

/// The text for the clipboard among the effects.
pub(super) fn copied(effects: &[Effect]) -> Option<&str> {
    effects.iter().find_map(|e| match e {
        Effect::Copy(text) => Some(&**text),
        _ => None,
    })
}
