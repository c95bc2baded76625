//! The sections that no check uses yet, and what was kept as text.

use cuecard_playbook::Playbook;

use super::{Entry, list, opt, row};
use crate::i18n::Say;

/// The sections that no check uses yet, and what was kept as text.
pub(super) fn add(
    say: Say,
    p: &Playbook,
    add: &mut dyn FnMut(&'static str, &'static [&'static str], Vec<Entry>),
) {
    add(
        "options_roles",
        &[
            "options_col_name",
            "options_col_who",
            "options_col_reach",
            "options_col_hours",
        ],
        p.roles
            .iter()
            .map(|r| {
                row(
                    r.line,
                    [
                        r.name.clone(),
                        r.who.clone(),
                        list(&r.reach),
                        r.hours.clone(),
                    ],
                )
            })
            .collect(),
    );
    add(
        "options_deadlines",
        &["options_col_rule"],
        p.deadlines
            .iter()
            .map(|d| row(d.line, [d.text.clone()]))
            .collect(),
    );
    add(
        "options_goals",
        &["options_col_name", "options_col_goal", "options_col_period"],
        p.goals
            .iter()
            .map(|g| row(g.line, [g.name.clone(), g.target.clone(), g.period.clone()]))
            .collect(),
    );
    add(
        "options_calendar",
        &["options_col_day", "options_col_name", "options_col_text"],
        p.calendar
            .iter()
            .map(|c| row(c.line, [opt(c.on.as_ref()), c.name.clone(), c.text.clone()]))
            .collect(),
    );
    add(
        "options_holds",
        &["options_col_days", "options_col_rule", "options_col_why"],
        p.holds
            .iter()
            .map(|h| {
                let days = [h.days.from.to_string(), h.days.to.to_string()].join(" – ");
                row(
                    h.line,
                    [days, h.what.clone(), h.why.clone().unwrap_or_default()],
                )
            })
            .collect(),
    );
    add(
        "options_paid",
        &[
            "options_col_platforms",
            "options_col_month",
            "options_col_budget",
            "options_col_cap",
        ],
        p.paid
            .budgets
            .iter()
            .map(|b| {
                row(
                    b.line,
                    [
                        b.channel.clone(),
                        b.month.clone(),
                        b.budget.clone(),
                        b.cap.clone(),
                    ],
                )
            })
            .collect(),
    );
    add(
        "options_assets",
        &[
            "options_col_name",
            "options_col_people",
            "options_col_consent",
            "options_col_until",
            "options_col_alt",
        ],
        p.assets
            .iter()
            .map(|a| {
                row(
                    a.line,
                    [
                        a.name.clone(),
                        a.people.clone(),
                        a.consent.clone(),
                        opt(a.until.as_ref()),
                        a.alt.clone(),
                    ],
                )
            })
            .collect(),
    );
    let privacy = [
        ("options_own_numbers", &p.privacy.numbers),
        ("options_own_domains", &p.privacy.domains),
        ("options_own_staff", &p.privacy.staff),
        ("options_own_places", &p.privacy.places),
        ("options_record_numbers", &p.privacy.record_numbers),
    ];
    add(
        "options_privacy",
        &["options_col_name", "options_col_text"],
        privacy
            .into_iter()
            .filter(|(_, l)| !l.is_empty())
            .map(|(key, l)| row(0, [say(key, &[]), list(l)]))
            .collect(),
    );
    add(
        "options_notes",
        &["options_col_name", "options_col_text"],
        p.notes
            .iter()
            .map(|n| row(n.line, [n.heading.clone(), n.text.clone()]))
            .collect(),
    );
}
