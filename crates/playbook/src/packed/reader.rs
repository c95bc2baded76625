//! Taking a packed form apart.

/// What is left of a packed form.
pub(super) struct Reader<'a> {
    rest: &'a str,
    failed: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(rest: &'a str) -> Self {
        Self {
            rest,
            failed: false,
        }
    }

    /// All was read, and all of it was as it must be.
    pub(super) fn is_done(&self) -> bool {
        !self.failed && self.rest.is_empty()
    }

    /// A number and the space behind it.
    pub(super) fn number(&mut self) -> u64 {
        let number = self.rest.split_once(' ').and_then(|(digits, rest)| {
            self.rest = rest;
            digits.parse().ok()
        });
        number.unwrap_or_else(|| self.fail())
    }

    /// The next so many bytes.
    pub(super) fn text(&mut self, bytes: usize) -> &'a str {
        match self.rest.split_at_checked(bytes) {
            Some((text, rest)) => {
                self.rest = rest;
                text
            }
            None => self.fail(),
        }
    }

    /// Notes that what stands here is no packed playbook. Nothing is read after that, so a length that
    /// is out of all reason makes no work.
    pub(super) fn fail<T: Default>(&mut self) -> T {
        self.failed = true;
        self.rest = "";
        T::default()
    }

    pub(super) fn has_failed(&self) -> bool {
        self.failed
    }
}
