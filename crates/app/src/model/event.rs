//! What happens to the card, and what the card wants done.

use cuecard_journal::Entry;
use cuecard_wire::{Inspection, ToCard, ToDriver};

use super::{Books, Correction, Loaded, Shelf, Tab};

/// Something that happened.
pub enum Event {
    /// The stored playbooks are these.
    Books(Books),
    /// A playbook is there that was asked for, or it was saved anew.
    Playbook(Box<Loaded>),
    /// A playbook that was asked for, by its id, is not stored any more.
    Lost(String),
    /// What is remembered of this site.
    Remembered(Place),
    /// A message of the driver.
    Wire(Box<ToCard>),
    /// The person did something.
    Act(Action),
    /// The person pressed a key in the card.
    Key(Key),
    /// The card was drawn and takes this much room, in CSS pixels, were it given all it asks for.
    Size(f64, f64),
    /// The focus came into the card (to an item of its list), or left it.
    Focused(bool, Option<usize>),
    /// This month's journal, as it stands or has grown.
    Journal(String),
    /// The rules, by id, that the person does not want to hear of.
    Never(Vec<String>),
    /// Favourites and what was used last, as they are remembered.
    Shelf(Shelf),
    /// A second has passed.
    Tick,
    /// A text was put on the clipboard, or could not be.
    Copied(bool),
}

/// What the person can do in the card.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Open the card from its chip.
    Open,
    /// Fold it to its chip, also next time on this site.
    Fold,
    /// Close it for now; the focus goes back to the composer.
    Close,
    /// Show a page.
    Show(Tab),
    /// Open or close the item of a list.
    Toggle(usize),
    /// Carry out a fix of a finding.
    Fix(usize, usize),
    /// Carry out every fix that needs no choice.
    FixAll,
    /// A finding is right here.
    NotHere(usize),
    /// Its rule is not wanted any more, on no site.
    Never(usize),
    /// What the person writes into the field for a reason.
    Reason(String),
    /// That is why.
    NeverBecause,
    /// No, after all.
    NeverMind,
    /// A rule, by its id, is wanted again.
    Again(String),
    /// Put a reply, or what a search found, into the draft.
    Put(usize),
    /// Copy it.
    Copy(usize),
    /// Copy it with what an approver needs.
    CopyForApproval(usize),
    /// Copy the draft, an approved text that was changed, with what an approver needs.
    CopyChanged,
    /// Copy what the person told needs to know.
    CopyPacket,
    /// Unfold the holding reply.
    Holding,
    /// Put the holding reply into the draft.
    PutHolding,
    /// Copy the holding reply.
    CopyHolding,
    /// Show the replies in spite of an escalation, or the escalation again.
    Overrule(bool),
    /// What the person writes into a slot of a text.
    Slot(usize, String),
    /// Done with that slot.
    SlotDone(usize),
    /// Put the text with its slots filled in.
    FillIn,
    /// Not this text, after all.
    FillCancel,
    /// Look for an approved text.
    Search(String),
    /// Make what was found a favourite, or one no more.
    Favour(usize),
    /// Open or close the menu.
    Menu,
    /// Start to move by the arrow keys, or stop.
    Move(bool),
    /// The pointer took the header.
    Grab,
    /// It has moved so far since then, CSS pixels.
    Drag(f64, f64),
    /// It let go.
    Drop,
    /// Go back to where Cuecard places it.
    Unmove,
    /// What the person writes into the side panel's field.
    Write(String),
    /// Open the side panel.
    Panel,
    /// What is selected on the page is what the draft answers.
    Pick,
    /// What the person writes into the field for a comment.
    Pasted(String),
    /// That is what the draft answers.
    AnswerPasted,
    /// The draft answers this, or nobody, or what the page shows.
    Correct(Correction),
    /// Open or close the list of brands.
    Brands,
    /// The composer is held to this playbook, by its id.
    Choose(String),
    /// The page posts as another account than the playbook's, and that is right.
    Vouch,
    /// The draft is for these readers alone, by the playbook's id; or for all.
    WriteFor(Option<String>),
    /// Open the options page.
    Options,
    /// Let the draft go out as it is, with its errors.
    LetGo,
    /// Copy a report about this page, to be sent to Cuecard's makers.
    Report,
    /// Switch Cuecard off on this site.
    Pause,
}

/// A key that the card understands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// To the first item.
    Home,
    /// To the last item.
    End,
    /// Back, one step.
    Escape,
    /// To the search.
    Slash,
    /// The primary action of the item of this number, from 1.
    Digit(usize),
}

/// What is remembered of a site.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// Where the person put the card, from the composer's upper left corner in CSS pixels; none: placed by Cuecard.
    pub offset: Option<(f64, f64)>,
    /// The person folded it: it does not open by itself.
    pub folded: bool,
}

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Send to the driver.
    Send(ToDriver),
    /// Put on the clipboard.
    Copy(String),
    /// Put a report about a page on the clipboard, with what only the browser knows.
    Report(Inspection),
    /// Remember about this site.
    Remember(Place),
    /// Fetch a playbook, by its id, with what is remembered for it.
    Load(String),
    /// Write into the journal of a playbook, by its id; the entry's `id` is still to be drawn.
    Record(String, Entry),
    /// Open the side panel.
    Panel,
    /// Open the options page.
    Options,
    /// Remember that a rule, by its id, is not wanted, or wanted again.
    Never(String, Option<String>),
    /// Remember that a text, by its id, is a favourite, or is one no more.
    Favour(String, bool),
    /// Remember that a text, by its id, was used.
    Used(String),
    /// Switch Cuecard off on this site.
    PauseSite,
    /// Move the focus inside the card.
    Focus(Target),
}

/// Where the focus can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The item of the list.
    Item(usize),
    /// The button with the brand's name.
    Brands,
    /// An item of the list of brands.
    Brand(usize),
    /// The tab of the shown page.
    Tab,
    /// The field of the search.
    Search,
    /// The field for a comment.
    Paste,
    /// The field for a reason.
    Reason,
    /// The field for a slot.
    Slot(usize),
    /// The first control of the card.
    First,
}
