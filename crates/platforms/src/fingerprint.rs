//! Editor libraries by what they leave in the page.
//!
//! A site may change its editor before our entry does, and LinkedIn shows one of two. What the
//! library itself leaves there is surer than the entry, so it wins over [`Composer::editor`](crate::Composer::editor).
//! Source: facts/platforms.md, "Editor fingerprints" (Automattic/harper, `editorUtils.ts`, 1f6cac258, 2026-08), and the
//! libraries themselves at the versions of `static/demo`.

use crate::model::EditorKind;

/// A library, and a selector that the editable element of each of its releases matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// The library.
    pub editor: EditorKind,
    /// What the editable element matches.
    pub select: &'static str,
}

/// All that are known. No element matches two.
pub const FINGERPRINTS: [Fingerprint; 6] = [
    Fingerprint {
        editor: EditorKind::Textarea,
        select: "textarea",
    },
    Fingerprint {
        editor: EditorKind::Draft,
        select: ".public-DraftEditor-content",
    },
    Fingerprint {
        editor: EditorKind::Lexical,
        select: "[data-lexical-editor=\"true\"]",
    },
    Fingerprint {
        editor: EditorKind::Quill,
        select: ".ql-editor",
    },
    Fingerprint {
        editor: EditorKind::ProseMirror,
        select: ".ProseMirror",
    },
    Fingerprint {
        editor: EditorKind::Slate,
        select: "[data-slate-editor=\"true\"]",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_library_has_one_and_what_has_none_is_left_to_the_entry() {
        use EditorKind as E;
        for editor in [
            E::Textarea,
            E::Draft,
            E::Lexical,
            E::Quill,
            E::ProseMirror,
            E::Slate,
        ] {
            let found = FINGERPRINTS.iter().filter(|f| f.editor == editor);
            assert_eq!(found.count(), 1, "{editor:?}");
        }
        assert!(FINGERPRINTS.iter().all(|f| f.editor != E::Plain));
    }
}
