//! Markdown to [`Playbook`](crate::Playbook), with diagnostics.
//!
//! The flow, each step its own module:
//!
//! 1. [`front_matter`] takes the YAML block off the head and reads it entry by
//!    entry, so that one broken line costs one entry.
//! 2. [`document`] turns the parser's events into a small tree of blocks; inline
//!    text becomes [`rich`] text that still knows where in the source it stands.
//! 3. [`outline`] nests the blocks under their headings.
//! 4. [`sections`] recognises headings by their words and hands each section to
//!    its reader. A reader takes what it understands and reports the rest.
//! 5. [`references`] looks at the whole: names that one section uses and another
//!    defines.
//!
//! Invariants: no step fails or panics, whatever the text; what a step does not
//! understand it reports; time and memory grow linearly with the text.

mod columns;
mod context;
mod days;
mod document;
mod durations;
mod front_matter;
mod ids;
mod labels;
mod lines;
mod meta;
mod near;
mod outline;
mod packs;
mod plain;
mod references;
mod rich;
mod scope;
mod sections;
mod terms;
mod yaml;

use crate::model::Compiled;
use context::Context;

/// Compiles a playbook. Never fails: what was not understood is in the
/// diagnostics, ordered by line, and the rest is in the playbook.
#[must_use]
pub fn compile(source: &str) -> Compiled {
    let mut cx = Context::new(source);
    let body = front_matter::read(&mut cx);
    let blocks = document::parse(source, body);
    let outline = outline::build(&blocks, source.len());
    sections::read(&mut cx, &outline);
    references::check(&mut cx);
    cx.finish()
}
