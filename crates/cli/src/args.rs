//! What can be asked for.

use std::convert::Infallible;

use clap::{Args, Parser, Subcommand, ValueEnum};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Date, Level};

use crate::input::platform_id;

/// Checks drafts and comments against a playbook, without a browser.
#[derive(Debug, Parser)]
#[command(name = "cuecard", version, about, after_help = HELP)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const HELP: &str = "Exit status: 0 nothing at or above the failing level, 1 findings, 2 input that could not be used.\n\
                    `-` is standard input. Results go to standard output, messages to standard error.";

/// One command each.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compile playbooks, show what they say that is not understood, and run their own tests
    Lint(Lint),
    /// Show a compiled playbook
    Show(Show),
    /// Check drafts against a playbook
    Check(Check),
    /// Say how to answer a comment: whom to tell, and the approved replies that fit
    Reply(Reply),
    /// Measure texts by a platform's own rule
    Count(Count),
}

/// `cuecard lint`
#[derive(Debug, Args)]
pub struct Lint {
    /// Playbooks (Markdown)
    #[arg(required = true, value_name = "PLAYBOOK.md")]
    pub playbooks: Vec<String>,
    /// Form of the results
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Lowest level at which the exit status is 1
    #[arg(long, value_enum, default_value_t = FailingLevel::Error)]
    pub level: FailingLevel,
}

/// `cuecard show`
#[derive(Debug, Args)]
pub struct Show {
    /// The playbook (Markdown)
    #[arg(value_name = "PLAYBOOK.md")]
    pub playbook: String,
    /// Form of the result
    #[arg(long, value_enum, default_value_t = ShowFormat::Json)]
    pub format: ShowFormat,
}

/// `cuecard check`
#[derive(Debug, Args)]
pub struct Check {
    /// The playbook (Markdown)
    #[arg(short, long, value_name = "PLAYBOOK.md")]
    pub playbook: String,
    /// Platform by whose rules the drafts are checked, such as x or facebook
    #[arg(long, value_name = "ID", value_parser = platform)]
    pub platform: Option<String>,
    /// What is being written [default: reply where a comment is answered, else post]
    #[arg(long, value_enum)]
    pub kind: Option<Kind>,
    /// File with the comment that the drafts answer
    #[arg(long, value_name = "FILE", conflicts_with = "jsonl")]
    pub answering: Option<String>,
    /// Name or handle of whoever wrote that comment
    #[arg(long, value_name = "NAME", requires = "answering")]
    pub author: Option<String>,
    /// For whom the drafts are written, such as patients or professionals [default: all]
    #[arg(long, value_name = "AUDIENCE")]
    pub audience: Option<String>,
    /// What is known of pictures and films that go with the drafts
    #[arg(long, value_enum, default_value_t = Media::None)]
    pub media: Media,
    /// A pack of words of your own, in the form of the packs that come with the program; may be repeated
    #[arg(long = "pack", value_name = "PACK.md")]
    pub packs: Vec<String>,
    /// Form of the results
    #[arg(long, value_enum, default_value_t = Format::Text, conflicts_with = "jsonl")]
    pub format: Format,
    /// Lowest level at which the exit status is 1
    #[arg(long, value_enum, default_value_t = FailingLevel::Error)]
    pub level: FailingLevel,
    /// The day for which expiry and holds are checked [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<Date>,
    /// A draft a line in, as JSON; a result a line out
    #[arg(long)]
    pub jsonl: bool,
    /// Drafts, one a file [default: standard input]
    #[arg(value_name = "FILE")]
    pub files: Vec<String>,
}

/// `cuecard reply`
#[derive(Debug, Args)]
pub struct Reply {
    /// The playbook (Markdown)
    #[arg(short, long, value_name = "PLAYBOOK.md")]
    pub playbook: String,
    /// Platform for which replies are chosen, such as x or facebook
    #[arg(long, value_name = "ID", value_parser = platform)]
    pub platform: Option<String>,
    /// Name or handle of whoever wrote the comment
    #[arg(long, value_name = "NAME", conflicts_with = "jsonl")]
    pub author: Option<String>,
    /// Form of the results
    #[arg(long, value_enum, default_value_t = ReplyFormat::Text, conflicts_with = "jsonl")]
    pub format: ReplyFormat,
    /// A comment a line in, as JSON; a result a line out
    #[arg(long)]
    pub jsonl: bool,
    /// The comment [default: standard input]
    #[arg(value_name = "FILE")]
    pub file: Option<String>,
}

/// `cuecard count`
#[derive(Debug, Args)]
pub struct Count {
    /// Platform by whose rule is counted, such as x or bluesky
    #[arg(long, value_name = "ID", value_parser = platform)]
    pub platform: Option<String>,
    /// What is being written
    #[arg(long, value_enum)]
    pub kind: Option<Kind>,
    /// A text a line in, as JSON; a result a line out
    #[arg(long)]
    pub jsonl: bool,
    /// Texts, one a file [default: standard input]
    #[arg(value_name = "FILE")]
    pub files: Vec<String>,
}

/// A platform by its id, or by another of its names; an unknown one is kept, and spoken of later.
fn platform(name: &str) -> Result<String, Infallible> {
    Ok(platform_id(name).to_owned())
}

/// Form of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: file:line:column: level rule message
    Text,
    /// For programs
    Json,
    /// For code review tools (SARIF 2.1.0)
    Sarif,
}

/// Form of a compiled playbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ShowFormat {
    /// For programs
    Json,
}

/// Form of replies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReplyFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

/// Lowest level that fails a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailingLevel {
    /// Everything
    Suggestion,
    /// Warnings and errors
    Warning,
    /// Errors only
    Error,
}

impl FailingLevel {
    /// Whether something of a level fails the run.
    pub fn fails(self, level: Level) -> bool {
        let lowest = match self {
            Self::Suggestion => Level::Suggestion,
            Self::Warning => Level::Warning,
            Self::Error => Level::Error,
        };
        level >= lowest
    }
}

/// What is known of the pictures and films of a draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Media {
    /// None goes with it
    #[default]
    None,
    /// One does; whether it is described is not known
    Attached,
    /// One does that has no description
    Undescribed,
    /// All are described
    Described,
}

impl From<Media> for cuecard_checks::Media {
    fn from(media: Media) -> Self {
        match media {
            Media::None => Self::None,
            Media::Attached => Self::Attached,
            Media::Undescribed => Self::Undescribed,
            Media::Described => Self::Described,
        }
    }
}

/// What is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// A post of the brand's own
    Post,
    /// An answer to a post or comment, in public
    Reply,
    /// An answer to a review, in public
    Review,
    /// A direct message
    Message,
}

impl From<Kind> for ComposerKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Post => Self::Post,
            Kind::Reply => Self::Reply,
            Kind::Review => Self::Review,
            Kind::Message => Self::Message,
        }
    }
}
