//! The form in which the extension keeps a compiled playbook.
//!
//! The card reads it at every start. JSON would cost its module 95 KB of code, most of
//! it to match names and to say what was wrong; here every member stands in its place
//! without a name, and what cannot be read is none.
//!
//! A form is a text, for browsers' storage keeps no bytes: numbers and lengths are
//! decimal and end in a space, texts follow their length in bytes. The first thing in it
//! is the [`VERSION`], so another version is told before anything else is read.

mod forms;
mod reader;

use reader::Reader;

use crate::model::{Playbook, VERSION};

/// What can be packed.
trait Packed: Sized {
    /// Adds the value's form.
    fn pack(&self, out: &mut String);

    /// Takes the value from the front. Where there is none, the reader notes that and gives a stand-in,
    /// so that no reading of a member has to be asked whether it went well.
    fn unpack(from: &mut Reader<'_>) -> Self;
}

/// The packed form of a playbook.
#[must_use]
pub fn pack(playbook: &Playbook) -> String {
    let mut out = String::new();
    playbook.pack(&mut out);
    out
}

/// The playbook of a packed form; none for anything else, and for another version's.
#[must_use]
pub fn unpack(packed: &str) -> Option<Playbook> {
    if u32::unpack(&mut Reader::new(packed)) != VERSION {
        return None;
    }
    let mut reader = Reader::new(packed);
    let playbook = Playbook::unpack(&mut reader);
    reader.is_done().then_some(playbook)
}
