//! The kinds of identifiers, by the names that the pack gives their recognisers.

use cuecard_text::Span;

/// What an identifier is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Social Security or taxpayer number.
    Ssn,
    /// Payment card.
    Card,
    /// Medical record number.
    Mrn,
    /// Medicare beneficiary's number.
    Mbi,
    /// Health plan's number of a member.
    Plan,
    /// Bank account, routing number, or another account.
    Account,
    /// Licence or registration: driver, passport, NPI, DEA.
    Licence,
    /// Vehicle: plate or identification number.
    Vehicle,
    /// Device: serial or network address of the machine.
    Device,
    /// Case, ticket, claim or reference number.
    Case,
    /// A long number of no known kind.
    Number,
    /// Telephone or fax.
    Phone,
    /// E-mail address.
    Email,
    /// A date.
    Date,
    /// An age over 89.
    Age,
    /// Street address, post-office box, ZIP code.
    Address,
    /// Room or bed.
    Room,
    /// Honorific and name.
    Name,
    /// `Dr.` and name.
    Clinician,
    /// Web address.
    Url,
    /// Internet address.
    Ip,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 21] = [
        Self::Ssn,
        Self::Card,
        Self::Mrn,
        Self::Mbi,
        Self::Plan,
        Self::Account,
        Self::Licence,
        Self::Vehicle,
        Self::Device,
        Self::Case,
        Self::Number,
        Self::Phone,
        Self::Email,
        Self::Date,
        Self::Age,
        Self::Address,
        Self::Room,
        Self::Name,
        Self::Clinician,
        Self::Url,
        Self::Ip,
    ];

    /// Its recogniser in the pack.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ssn => "ssn",
            Self::Card => "card",
            Self::Mrn => "mrn",
            Self::Mbi => "mbi",
            Self::Plan => "plan",
            Self::Account => "account",
            Self::Licence => "licence",
            Self::Vehicle => "vehicle",
            Self::Device => "device",
            Self::Case => "case",
            Self::Number => "number",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Date => "date",
            Self::Age => "age",
            Self::Address => "address",
            Self::Room => "room",
            Self::Name => "name",
            Self::Clinician => "clinician",
            Self::Url => "url",
            Self::Ip => "ip",
        }
    }
}

/// An identifier in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// Where, in bytes of the draft.
    pub span: Span,
    /// Its form, or a word beside it, leaves no doubt. Otherwise it may be another number.
    pub sure: bool,
}

impl Found {
    pub(super) fn new(kind: Kind, span: Span, sure: bool) -> Self {
        Self { kind, span, sure }
    }
}
