//! Another account than the playbook's: an agency posts for several brands, and its people for themselves.

use super::Card;
use crate::model::Session;

impl Card {
    /// Looks whether the page posts as somebody whom the playbook is not for: with several, one whom none is for, or for
    /// whom the person chose another.
    pub(super) fn recognise(&mut self, i: usize) {
        if let Some(session) = self.sessions.get_mut(i) {
            let about = &session.about;
            session.stranger = self.engine.other_account(&about.platform, &about.account);
        }
    }

    /// That the page posts as another account, unless the person said that this is right.
    #[must_use]
    pub fn account_line(&self) -> Option<String> {
        let other = self.session()?.stranger.as_ref()?;
        if self.vouched.contains(&other.shown) {
            return None;
        }
        let ours = other.ours.join(", ");
        Some((self.say)("card_account", &[&other.shown, &ours]))
    }

    /// The account is right, as long as this page lives.
    pub(super) fn vouch(&mut self) {
        let shown = self.session().and_then(|s| s.stranger.as_ref());
        self.vouched.extend(shown.map(|other| other.shown.clone()));
    }

    /// Whether the chip says it: there is something that could go out.
    pub(super) fn warns_of_account(&self) -> bool {
        !self.session().is_none_or(Session::is_blank) && self.account_line().is_some()
    }
}
