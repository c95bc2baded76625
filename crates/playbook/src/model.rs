//! The compiled playbook. Serialisable: it is stored in this form, and the card
//! loads it without a Markdown parser. Every entry carries the line it came from
//! (1-based) so that every finding can be traced to the document.

use serde::{Deserialize, Serialize};

/// The version of the compiled form; a change to its shape is a change of this.
pub const VERSION: u32 = 3;

/// A calendar day, `YYYY-MM-DD`. Orders by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    /// Year, four digits.
    pub year: u16,
    /// Month, 1–12.
    pub month: u8,
    /// Day of the month, 1–31, valid for the month.
    pub day: u8,
}

/// A range of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateRange {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// How much a finding matters.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Worth a thought.
    Suggestion,
    /// Departs from the playbook.
    #[default]
    Warning,
    /// Must not go out like this.
    Error,
}

/// A whole playbook.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Playbook {
    /// [`VERSION`] of the form.
    pub version: u32,
    /// The brand's name.
    pub brand: String,
    /// Title of the document (its first level-1 heading).
    pub title: String,
    /// The accounts it is for.
    pub accounts: Vec<Account>,
    /// BCP 47 tag, `en-US` unless given.
    pub locale: String,
    /// Who answers for the document.
    pub owner: String,
    /// When it is in force.
    pub valid: Option<DateRange>,
    /// The reading grade that posts aim at.
    pub reading_grade: Option<f32>,
    /// With errors open, ask before the site's own submit goes through.
    pub gate: bool,
    /// Share of changed words, 0–1, above which an approved text counts as unapproved; none: any change does.
    pub drift: Option<f32>,
    /// How far one goes under a kind comment; none where the playbook does not say.
    pub comfort: Option<Comfort>,
    /// Packs of checks that it switches on or off; the rest are as their own files say.
    pub packs: Vec<PackSwitch>,
    /// Which interactions count, and the goals.
    pub goals: Vec<Goal>,
    /// Who does what.
    pub roles: Vec<Role>,
    /// When what is due.
    pub deadlines: Vec<Deadline>,
    /// Content types with their share.
    pub priorities: Vec<Priority>,
    /// Say this, not that.
    pub words: Vec<WordRule>,
    /// Names with their one right spelling.
    pub names: Vec<Name>,
    /// Patterns (regular expressions) with advice.
    pub patterns: Vec<PatternRule>,
    /// Claims never made, or only after approval.
    pub claims: Vec<Claim>,
    /// Claims that somebody has approved, with the proof on file.
    pub approved_claims: Vec<ApprovedClaim>,
    /// Drugs and devices whose names need clinical approval.
    pub products: Vec<Product>,
    /// What some posts must contain.
    pub required: Vec<Required>,
    /// Approved messages.
    pub messages: Vec<Message>,
    /// What to do about which comment.
    pub protocols: Vec<Protocol>,
    /// Pre-written posts.
    pub calendar: Vec<CalendarPost>,
    /// Days on which something is not posted.
    pub holds: Vec<Hold>,
    /// Paid media.
    pub paid: Paid,
    /// Pictures and films with their consents.
    pub assets: Vec<Asset>,
    /// What is no personal data although it looks like it.
    pub privacy: Privacy,
    /// The playbook's own tests.
    pub tests: Vec<RuleTest>,
    /// Sections kept as text: understood by people, not read as rules.
    pub notes: Vec<Note>,
}

impl Playbook {
    /// Whether an author, as a page shows it, is the brand itself: its name or one of its accounts, in any case.
    #[must_use]
    pub fn is_ours(&self, author: &str) -> bool {
        let bare = |name: &str| name.trim().trim_start_matches('@').to_lowercase();
        let author = bare(author);
        !author.is_empty()
            && (author == bare(&self.brand)
                || self.accounts.iter().any(|a| author == bare(&a.handle)))
    }
}

/// How far the brand goes under a kind comment. Each holds what is before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Comfort {
    /// It is liked, and left at that.
    #[default]
    Like,
    /// It is thanked for.
    Thank,
    /// And it may be shared.
    Share,
}

/// A pack of checks, switched on or off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackSwitch {
    /// Its name, one of [`PACKS`].
    pub name: String,
    /// On, or off.
    pub on: bool,
    /// Line in the document.
    pub line: usize,
}

/// The packs of checks that there are, by the names that a playbook gives them.
pub const PACKS: [&str; 8] = [
    "reply-guard",
    "identifiers",
    "accessibility",
    "health-stigma",
    "inclusive-language",
    "plain-language",
    "ftc",
    "fda",
];

/// An account on a platform, from `x:@riversidehealth`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Platform id, lower case: `x`, `facebook`.
    pub platform: String,
    /// Handle or page name, as written.
    pub handle: String,
}

/// A goal of the Value or Report section, as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// What counts.
    pub name: String,
    /// The goal, as written (`90%`, `20 a week`); empty when only named.
    pub target: String,
    /// `weekly`, `monthly` or as written; empty when not said.
    pub period: String,
    /// Line in the document.
    pub line: usize,
}

/// A role that can be told or asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// The role's name, to which protocols refer.
    pub name: String,
    /// Who holds it.
    pub who: String,
    /// How to reach them: addresses and numbers, in the order given.
    pub reach: Vec<String>,
    /// Staffed hours, as written (`Mon-Fri 8:00-18:00`, `always`).
    pub hours: String,
    /// Line in the document.
    pub line: usize,
}

/// A deadline, as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The sentence.
    pub text: String,
    /// Line in the document.
    pub line: usize,
}

/// A content type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Priority {
    /// Its name.
    pub name: String,
    /// Agreed share of all posts, 0–1.
    pub share: Option<f32>,
    /// Words and phrases that say a draft serves it.
    pub signals: Vec<String>,
    /// Line in the document.
    pub line: usize,
}

/// Where a rule applies; empty lists mean everywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scope {
    /// Platform ids.
    pub platforms: Vec<String>,
    /// Composer kinds: `post`, `reply`, `review`, `message`.
    pub kinds: Vec<String>,
    /// For whom a text is written, as the playbook calls them: `patients`, `professionals`.
    pub audiences: Vec<String>,
}

/// An audience as it is compared: lower case, one person of it (`patients` and `patient` are one).
#[must_use]
pub fn audience_id(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    if let Some(root) = lower.strip_suffix("ies") {
        return format!("{root}y");
    }
    lower
        .strip_suffix('s')
        .filter(|root| !root.ends_with('s'))
        .unwrap_or(lower)
        .to_owned()
}

/// Say this, not that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WordRule {
    /// Terms not to use. An all-lower-case term is found in any case; one with capitals only as written.
    pub avoid: Vec<String>,
    /// What to use in their place; may be empty.
    pub prefer: Vec<String>,
    /// Delete the term without a replacement.
    pub omit: bool,
    /// The exception, as written.
    pub unless: Option<String>,
    /// Why, in the playbook's words.
    pub why: Option<String>,
    /// Where it applies.
    pub scope: Scope,
    /// Its level when the playbook gives one.
    pub level: Level,
    /// Find the term inside hashtags too.
    pub in_hashtags: bool,
    /// Find the regular forms of the terms too (`utilized`, `utilizing`).
    pub forms: bool,
    /// Line in the document.
    pub line: usize,
}

/// A name with its one right spelling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// As it must be written.
    pub name: String,
    /// Line in the document.
    pub line: usize,
}

/// A regular expression with advice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PatternRule {
    /// The expression as written between the backquotes.
    pub pattern: String,
    /// What to do.
    pub advice: String,
    /// Its level.
    pub level: Level,
    /// Line in the document.
    pub line: usize,
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The word or phrase.
    pub term: String,
    /// `false`: never. `true`: only after approval.
    pub approvable: bool,
    /// Why, when given.
    pub why: Option<String>,
    /// Line in the document.
    pub line: usize,
}

/// A claim that may be made in these words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovedClaim {
    /// The words.
    pub text: String,
    /// Where the proof is, when given.
    pub proof: Option<String>,
    /// Line in the document.
    pub line: usize,
}

/// A drug or device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Its name.
    pub name: String,
    /// Line in the document.
    pub line: usize,
}

/// A required text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Required {
    /// The sentence of the playbook.
    pub rule: String,
    /// The text that must be there, when the sentence names one in backquotes.
    pub text: Option<String>,
    /// The text must open the draft.
    pub begins: bool,
    /// The text must stand in the first line.
    pub first_line: bool,
    /// When it applies, as written (`paid partnership posts`).
    pub when: String,
    /// Line in the document.
    pub line: usize,
}

/// An approved message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Message {
    /// Id: explicit, or the heading in kebab case.
    pub id: String,
    /// Heading.
    pub name: String,
    /// The text, with `{{slots}}`; paragraphs parted by an empty line.
    pub text: String,
    /// Platform ids; empty means all.
    pub platforms: Vec<String>,
    /// Last day.
    pub until: Option<Date>,
    /// Search words.
    pub tags: Vec<String>,
    /// Line in the document.
    pub line: usize,
}

/// How grave a situation is; ordered from the lowest.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing to do.
    None,
    /// Praise.
    Praise,
    /// A question.
    #[default]
    Question,
    /// A complaint.
    Complaint,
    /// Somebody must be told.
    Serious,
    /// Somebody must be told at once.
    Crisis,
}

/// Whether the team may reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
pub enum Permission {
    /// The approved reply may go out.
    #[default]
    #[serde(rename = "may reply")]
    MayReply,
    /// Only after approval.
    #[serde(rename = "approve first")]
    ApproveFirst,
    /// Not at all.
    #[serde(rename = "must not reply")]
    MustNotReply,
}

/// Who is told, and how fast.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tell {
    /// Name of the role, as written.
    pub role: String,
    /// How fast, as written: `5 minutes`, `1 business day`; empty when not said.
    pub within: String,
    /// The same in minutes when it is a plain span (`5 minutes`, `2 hours`); business days count as none.
    pub minutes: Option<u32>,
}

/// What to do about one kind of comment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Protocol {
    /// Id: explicit, or the heading in kebab case.
    pub id: String,
    /// Heading.
    pub name: String,
    /// How grave.
    pub level: Severity,
    /// Comments of this kind.
    pub examples: Vec<String>,
    /// Key phrases.
    pub phrases: Vec<String>,
    /// Phrases that decide by themselves.
    pub hard: Vec<String>,
    /// Whether one may reply.
    pub permission: Permission,
    /// Whom to tell; several lines give several.
    pub tell: Vec<Tell>,
    /// What to do, in order.
    pub actions: Vec<String>,
    /// Replies.
    pub replies: Vec<Reply>,
    /// Search words.
    pub tags: Vec<String>,
    /// Labels that were not understood, kept as text.
    pub other: Vec<(String, String)>,
    /// Line in the document.
    pub line: usize,
}

/// An approved reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Platform id, or none for all.
    pub platform: Option<String>,
    /// The text, with `{{slots}}`; paragraphs parted by an empty line.
    pub text: String,
    /// Line in the document.
    pub line: usize,
}

/// A pre-written post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarPost {
    /// Id: explicit, or the heading in kebab case.
    pub id: String,
    /// Heading.
    pub name: String,
    /// The day.
    pub on: Option<Date>,
    /// Platform ids; empty means all.
    pub platforms: Vec<String>,
    /// The last day on which it makes sense.
    pub expires: Option<Date>,
    /// The content type it serves.
    pub priority: Option<String>,
    /// The text, with `{{slots}}`.
    pub text: String,
    /// Line in the document.
    pub line: usize,
}

/// Days on which something is not posted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// The days.
    pub days: DateRange,
    /// What is held: `stop all promotion`.
    pub what: String,
    /// Why, from the parentheses.
    pub why: Option<String>,
    /// Line in the document.
    pub line: usize,
}

/// Paid media.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Paid {
    /// Budgets.
    pub budgets: Vec<Budget>,
    /// Content types that may be boosted.
    pub may_be_boosted: Vec<String>,
}

/// A budget of one channel and month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// Platform id.
    pub channel: String,
    /// `YYYY-MM`.
    pub month: String,
    /// The amount as written.
    pub budget: String,
    /// The most for a post, as written.
    pub cap: String,
    /// Line in the document.
    pub line: usize,
}

/// A picture or film.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asset {
    /// File name or address.
    pub name: String,
    /// Id: explicit, or the name in kebab case.
    pub id: String,
    /// Who is shown: `staff`, `patient`, `none`.
    pub people: String,
    /// Number of the authorization.
    pub consent: String,
    /// Platform ids where it may be used.
    pub platforms: Vec<String>,
    /// Last day of the consent.
    pub until: Option<Date>,
    /// Alt text.
    pub alt: String,
    /// Line in the document.
    pub line: usize,
}

/// What is no personal data although it looks like it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Privacy {
    /// Published numbers of the brand.
    pub numbers: Vec<String>,
    /// Its domains.
    pub domains: Vec<String>,
    /// Names of staff who may be named.
    pub staff: Vec<String>,
    /// Its own street addresses.
    pub places: Vec<String>,
    /// Patterns of record numbers.
    pub record_numbers: Vec<String>,
    /// Lines that were not understood, kept as text.
    pub other: Vec<(String, String)>,
}

/// A test of the playbook's own rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleTest {
    /// The draft.
    pub text: String,
    /// What must be found in it; empty means: something. `None`: nothing may be found.
    pub expect: Option<String>,
    /// Line in the document.
    pub line: usize,
}

/// A section that is kept as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its heading.
    pub heading: String,
    /// Its text.
    pub text: String,
    /// Line in the document.
    pub line: usize,
}

/// Something the compiler has to say about the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Stable code: `front-matter/unknown-key`, `words/no-direction`.
    pub code: String,
    /// How much it matters.
    pub level: Level,
    /// Line, 1-based.
    pub line: usize,
    /// Column in code points, 1-based.
    pub column: usize,
    /// What is wrong, and where.
    pub message: String,
    /// How to mend it.
    pub help: String,
}

/// A playbook with what the compiler has to say about it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Compiled {
    /// What was understood.
    pub playbook: Playbook,
    /// In the order of the lines.
    pub diagnostics: Vec<Diagnostic>,
}
