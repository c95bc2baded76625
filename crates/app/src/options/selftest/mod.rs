//! Which parts of Cuecard work in this browser.
//!
//! Each [`Part`] is tried as the driver and the card use it, on elements of this page that nobody sees. A part that is
//! missing, or does something else than it should, has failed; what that means for the person stands beside it.

pub mod app;
mod probes;

use crate::i18n::Say;

/// A part of the browser that Cuecard needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// WebAssembly.
    Wasm,
    /// CSS Custom Highlights.
    Highlights,
    /// The top layer, by a popover.
    TopLayer,
    /// Style sheets adopted by a shadow root.
    Sheets,
    /// Moving an element without loading its frames again.
    MoveBefore,
    /// The clipboard.
    Clipboard,
    /// Writing into a textarea so that it can be undone.
    Textarea,
    /// The same in an editable element.
    Editable,
    /// Hearing of a selection.
    Selection,
    /// Making an event of pasting that carries a text.
    Paste,
    /// The extension's storage.
    Storage,
    /// A card's frame, its engine, and the channel to it.
    Card,
}

impl Part {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 12] = [
        Self::Wasm,
        Self::Card,
        Self::Storage,
        Self::Highlights,
        Self::TopLayer,
        Self::Sheets,
        Self::MoveBefore,
        Self::Textarea,
        Self::Editable,
        Self::Selection,
        Self::Paste,
        Self::Clipboard,
    ];

    /// Keys of its name, and of what does not work without it.
    const fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Wasm => ("options_test_wasm", "options_test_wasm_without"),
            Self::Highlights => ("options_test_highlights", "options_test_highlights_without"),
            Self::TopLayer => ("options_test_top", "options_test_top_without"),
            Self::Sheets => ("options_test_sheets", "options_test_sheets_without"),
            Self::MoveBefore => ("options_test_move", "options_test_move_without"),
            Self::Clipboard => ("options_test_clipboard", "options_test_clipboard_without"),
            Self::Textarea => ("options_test_textarea", "options_test_textarea_without"),
            Self::Editable => ("options_test_editable", "options_test_editable_without"),
            Self::Selection => ("options_test_selection", "options_test_selection_without"),
            Self::Paste => ("options_test_paste", "options_test_paste_without"),
            Self::Storage => ("options_test_storage", "options_test_storage_without"),
            Self::Card => ("options_test_card", "options_test_card_without"),
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self, say: Say) -> String {
        say(self.keys().0, &[])
    }

    /// What does not work without it.
    #[must_use]
    pub fn without(self, say: Say) -> String {
        say(self.keys().1, &[])
    }

    /// Its name in a report.
    const fn id(self) -> &'static str {
        match self {
            Self::Wasm => "wasm",
            Self::Highlights => "highlights",
            Self::TopLayer => "top layer",
            Self::Sheets => "adopted style sheets",
            Self::MoveBefore => "moveBefore",
            Self::Clipboard => "clipboard",
            Self::Textarea => "execCommand in a textarea",
            Self::Editable => "execCommand in an editable element",
            Self::Selection => "selectionchange",
            Self::Paste => "paste event",
            Self::Storage => "storage",
            Self::Card => "channel to a card",
        }
    }
}

/// A part with what became of trying it; none while it is tried.
pub type Result = (Part, Option<bool>);

/// The self-test's lines of a report, and the platforms' dates.
#[must_use]
pub fn report(results: &[Result]) -> String {
    let word = |works: Option<bool>| match works {
        Some(true) => "works",
        Some(false) => "fails",
        None => "not tried",
    };
    let parts: Vec<_> = results
        .iter()
        .map(|(part, works)| (part.id(), word(*works)))
        .collect();
    let platforms: Vec<_> = cuecard_platforms::all()
        .iter()
        .map(|p| (["data of ", &p.id].concat(), newest(p)))
        .collect();
    let platforms: Vec<_> = platforms.iter().map(|(n, d)| (n.as_str(), *d)).collect();
    let mut text = crate::model::report::lines(&parts);
    text += &crate::model::report::lines(&platforms);
    text
}

/// When a platform was looked at last.
fn newest(platform: &'static cuecard_platforms::Platform) -> &'static str {
    platform
        .composers
        .iter()
        .map(|c| c.origin.date.as_str())
        .max()
        .unwrap_or("none")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::english;

    #[test]
    fn every_part_has_a_name_and_says_what_is_missing_without_it() {
        for part in Part::ALL {
            assert!(!part.name(english::say).is_empty());
            assert!(part.without(english::say).ends_with('.'));
        }
        let names: std::collections::BTreeSet<_> =
            Part::ALL.iter().map(|p| p.name(english::say)).collect();
        assert_eq!(names.len(), Part::ALL.len());
    }

    #[test]
    fn a_report_names_what_fails_and_how_old_the_platforms_are() {
        let text = report(&[(Part::Wasm, Some(true)), (Part::Paste, Some(false))]);
        assert!(
            text.starts_with("wasm: works\npaste event: fails\n"),
            "{text}"
        );
        for platform in cuecard_platforms::all() {
            assert!(text.contains(&["data of ", &platform.id, ": ", newest(platform)].concat()));
        }
    }
}
