//! Which way of writing an editor takes.
//!
//! Measured on stock editors in Chromium 156 and Firefox ESR 153 (facts/browser.md,
//! "Writing into editors"). Sites run their own builds, so the driver reads back what
//! it wrote and rolls back where it differs; this table only decides what is tried.

use crate::model::{EditorKind, Technique};

/// How `text` goes into an editor whose part to replace is selected.
///
/// An empty text deletes the selection. No technique of inserting does that, so the
/// driver then uses `execCommand('delete')` for [`Technique::Exec`], and a `beforeinput` event of the type
/// `deleteContentBackward` for [`Technique::BeforeInput`]; no other technique is given for
/// an empty text. (`execCommand('delete')` was right on the demo pages in both browsers for textareas, Draft.js,
/// Lexical, Quill and TipTap, undo included; for Slate the choice follows from what it reads. An empty paste does
/// nothing, or harm.)
#[must_use]
pub fn technique(editor: EditorKind, firefox: bool, text: &str) -> Technique {
    use EditorKind as E;
    use Technique as T;

    if text.is_empty() {
        return match (editor, firefox) {
            (E::Slate, false) => T::BeforeInput,
            _ => T::Exec,
        };
    }
    let lines = text.contains('\n');
    match (editor, firefox, lines) {
        (E::Textarea, _, _) => T::Exec,
        // `execCommand` into an empty Draft.js editor unmounts it in Chromium, also with one line.
        (E::Draft, false, _) => T::Paste,
        // In Firefox several lines by `execCommand` are right in an empty editor only: behind a text, Draft.js
        // jumbles them and Lexical takes none (demo pages, driver's edit tests).
        (E::Draft, true, true) => T::Paste,
        // In Chromium `execCommand` loses the line breaks.
        (E::Lexical, _, true) => T::Paste,
        // `execCommand` writes into the page's nodes first, and Lexical takes it from there. A page that clears the
        // draft in its `input` listener does so in between, and our text stays behind (race tests, Chromium). From
        // `beforeinput` Lexical writes its model itself, as for a spell checker's suggestion.
        (E::Lexical, _, false) => T::BeforeInput,
        (E::Quill, true, true) => T::ExecParagraphs,
        // `execCommand` parts Slate's model from the page; a paste goes where its model was up to 100 ms ago, for only a
        // `beforeinput` has it look at the page's selection at once (contract 3).
        (E::Slate, false, _) => T::BeforeInput,
        (E::Plain, false, true) => T::ExecLines,
        // In Firefox the first line break of several is lost where the selection spans paragraphs (contract 3).
        (E::ProseMirror, true, true) => T::ExecParagraphs,
        // TipTap drops the blank line of a paste in Chromium, and ignores pastes in Firefox.
        (E::ProseMirror, _, _) => T::Exec,
        (E::Quill | E::Plain, false, _) | (E::Draft | E::Quill | E::Slate | E::Plain, true, _) => {
            T::Exec
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells of the two tables of facts/browser.md, quoted where they decide.
    #[test]
    fn each_cell_of_the_tables() {
        use EditorKind as E;
        use Technique as T;
        const ONE: &str = "emergency department";
        const LINES: &str = "We hear you.\n\nPlease call 555-0100 👩🏽‍⚕️";
        for (editor, chromium_one, chromium_lines, firefox_one, firefox_lines, quote) in [
            (
                E::Textarea,
                T::Exec,
                T::Exec,
                T::Exec,
                T::Exec,
                "execCommand | execCommand",
            ),
            (
                E::Draft,
                T::Paste,
                T::Paste,
                T::Exec,
                T::Paste,
                "empty editor: unmounts; paste: Y | paste built with the legacy init",
            ),
            (
                E::Lexical,
                T::BeforeInput,
                T::Paste,
                T::BeforeInput,
                T::Paste,
                "synthetic beforeinput: Y; paste | synthetic beforeinput: Y; paste with the legacy init",
            ),
            (
                E::Quill,
                T::Exec,
                T::Exec,
                T::Exec,
                T::ExecParagraphs,
                "execCommand, paste | insertParagraph a line at a time",
            ),
            (
                E::ProseMirror,
                T::Exec,
                T::Exec,
                T::Exec,
                T::ExecParagraphs,
                "execCommand (paste drops the blank line) | insertText a line at a time with insertParagraph",
            ),
            (
                E::Slate,
                T::BeforeInput,
                T::BeforeInput,
                T::Exec,
                T::Exec,
                "paste, beforeinput (execCommand parts DOM and model) | execCommand",
            ),
            (
                E::Plain,
                T::Exec,
                T::ExecLines,
                T::Exec,
                T::Exec,
                "insertLineBreak a line at a time | execCommand",
            ),
        ] {
            let got = [
                technique(editor, false, ONE),
                technique(editor, false, LINES),
                technique(editor, true, ONE),
                technique(editor, true, LINES),
            ];
            assert_eq!(
                got,
                [chromium_one, chromium_lines, firefox_one, firefox_lines],
                "{editor:?}: {quote}"
            );
        }
    }

    #[test]
    fn an_empty_text_is_never_pasted() {
        for editor in [
            EditorKind::Textarea,
            EditorKind::Draft,
            EditorKind::Lexical,
            EditorKind::Quill,
            EditorKind::ProseMirror,
            EditorKind::Slate,
            EditorKind::Plain,
        ] {
            for firefox in [false, true] {
                let slate = editor == EditorKind::Slate && !firefox;
                let want = if slate {
                    Technique::BeforeInput
                } else {
                    Technique::Exec
                };
                assert_eq!(technique(editor, firefox, ""), want, "{editor:?}");
            }
        }
    }
}
