//! The packed form of each type of the model.

use super::{Packed, Reader};
use crate::model::*;

/// Structs: their members in this order. The compiler sees that none is forgotten.
macro_rules! members {
    ($($name:ident { $($member:ident),* })*) => {$(
        impl Packed for $name {
            fn pack(&self, out: &mut String) {
                let Self { $($member),* } = self;
                $($member.pack(out);)*
            }

            fn unpack(from: &mut Reader<'_>) -> Self {
                Self { $($member: Packed::unpack(from)),* }
            }
        }
    )*};
}

members! {
    DateRange { from, to }
    Playbook { version, brand, title, accounts, locale, owner, valid, reading_grade, gate, drift, comfort, packs, goals, roles, deadlines, priorities, words, names, patterns, claims, approved_claims, products, required, messages, protocols, calendar, holds, paid, assets, privacy, tests, notes }
    PackSwitch { name, on, line }
    ApprovedClaim { text, proof, line }
    Product { name, line }
    Account { platform, handle }
    Goal { name, target, period, line }
    Role { name, who, reach, hours, line }
    Deadline { text, line }
    Priority { name, share, signals, line }
    Scope { platforms, kinds, audiences }
    WordRule { avoid, prefer, omit, unless, why, scope, level, in_hashtags, forms, line }
    Name { name, line }
    PatternRule { pattern, advice, level, line }
    Claim { term, approvable, why, line }
    Required { rule, text, begins, first_line, when, line }
    Message { id, name, text, platforms, until, tags, line }
    Tell { role, within, minutes }
    Protocol { id, name, level, examples, phrases, hard, permission, tell, actions, replies, tags, other, line }
    Reply { platform, text, line }
    CalendarPost { id, name, on, platforms, expires, priority, text, line }
    Hold { days, what, why, line }
    Paid { budgets, may_be_boosted }
    Budget { channel, month, budget, cap, line }
    Asset { name, id, people, consent, platforms, until, alt, line }
    Privacy { numbers, domains, staff, places, record_numbers, other }
    RuleTest { text, expect, line }
    Note { heading, text, line }
}

/// Enums: the variant's number in this order.
macro_rules! variants {
    ($($name:ident { $($variant:ident),* })*) => {$(
        impl Packed for $name {
            fn pack(&self, out: &mut String) {
                (*self as u32).pack(out);
            }

            fn unpack(from: &mut Reader<'_>) -> Self {
                let number = u32::unpack(from);
                let all = [$(Self::$variant),*];
                let found = all.into_iter().find(|variant| *variant as u32 == number);
                found.unwrap_or_else(|| from.fail())
            }
        }
    )*};
}

variants! {
    Level { Suggestion, Warning, Error }
    Severity { None, Praise, Question, Complaint, Serious, Crisis }
    Permission { MayReply, ApproveFirst, MustNotReply }
    Comfort { Like, Thank, Share }
}

/// Numbers: in full, then a space.
macro_rules! numbers {
    ($($name:ty)*) => {$(
        impl Packed for $name {
            fn pack(&self, out: &mut String) {
                out.push_str(&self.to_string());
                out.push(' ');
            }

            fn unpack(from: &mut Reader<'_>) -> Self {
                let number = from.number();
                Self::try_from(number).unwrap_or_else(|_| from.fail())
            }
        }
    )*};
}

numbers! { u8 u16 u32 usize }

impl Packed for bool {
    fn pack(&self, out: &mut String) {
        u8::from(*self).pack(out);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        match from.number() {
            0 => false,
            1 => true,
            _ => from.fail(),
        }
    }
}

/// By its bits: nothing is lost, and no code to read decimals is needed.
impl Packed for f32 {
    fn pack(&self, out: &mut String) {
        self.to_bits().pack(out);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        Self::from_bits(u32::unpack(from))
    }
}

impl Packed for String {
    fn pack(&self, out: &mut String) {
        self.len().pack(out);
        out.push_str(self);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let bytes = usize::unpack(from);
        from.text(bytes).to_owned()
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, out: &mut String) {
        self.is_some().pack(out);
        if let Some(value) = self {
            value.pack(out);
        }
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, out: &mut String) {
        self.len().pack(out);
        for item in self {
            item.pack(out);
        }
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let mut items = Self::new();
        for _ in 0..usize::unpack(from) {
            if from.has_failed() {
                break;
            }
            items.push(T::unpack(from));
        }
        items
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, out: &mut String) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

/// As `YYYY-MM-DD`, so that only days of the calendar are read.
impl Packed for Date {
    fn pack(&self, out: &mut String) {
        String::from(*self).pack(out);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        String::unpack(from).parse().unwrap_or_else(|_| {
            from.fail::<()>();
            Self {
                year: 1,
                month: 1,
                day: 1,
            }
        })
    }
}
