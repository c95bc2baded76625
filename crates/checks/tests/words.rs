//! Words, claims, names and patterns: what is found, and what the text is after each fix.

mod common;

use common::{findings, lines, playbook, report};
use cuecard_checks::{Draft, Level};
use cuecard_platforms::ComposerKind;

fn check(cases: &[(&str, &[&str])]) {
    for (text, want) in cases {
        assert_eq!(&lines(text, &findings(text)), want, "{text}");
    }
}

#[test]
fn a_fix_has_the_case_of_what_it_replaces() {
    check(&[
        ("We utilize it", &["words/utilize|utilize|We use it"]),
        ("Utilize it", &["words/utilize|Utilize|Use it"]),
        ("UTILIZE IT", &["words/utilize|UTILIZE|USE IT"]),
        // The capitals of an acronym are its own.
        (
            "Visit the ER tonight",
            &["words/er|ER|Visit the emergency department tonight"],
        ),
        ("ER is open", &["words/er|ER|Emergency department is open"]),
        (
            "Hi. ER is open",
            &["words/er|ER|Hi. Emergency department is open"],
        ),
        (
            "The Emergency Room",
            &["words/emergency-room|Emergency Room|The Emergency Department"],
        ),
    ]);
}

#[test]
fn a_rule_about_capitals_is_silent_where_they_are_right() {
    check(&[
        ("COVID-19, COVID‑19", &[]),
        ("Covid-19", &["words/covid-19|Covid-19|COVID-19"]),
        ("covid-19", &["words/covid-19|covid-19|COVID-19"]),
        ("Website news. our website", &[]),
        ("our Website", &["words/website|Website|our website"]),
    ]);
}

#[test]
fn terms_are_words() {
    check(&[
        (
            "HER WATER er ERs #ERstories @ER_nurse a@er.org https://x.example/ER",
            &[],
        ),
        (
            "the ER's door",
            &["words/er|ER|the emergency department's door"],
        ),
        (
            "an ER-based team",
            &["words/er|ER|an emergency department-based team"],
        ),
        (
            "emergency\n room",
            &["words/emergency-room|emergency\n room|emergency department"],
        ),
        (
            "the center’s plan",
            &["words/centers|center’s|the centre's plan"],
        ),
        ("😀ER😀", &["words/er|ER|😀Emergency department😀"]),
        (
            "#wellness #WellnessDay @wellness",
            &[
                "words/wellness|wellness|#health #WellnessDay @wellness",
                "words/wellness|Wellness|#wellness #HealthDay @wellness",
            ],
        ),
        // The longest term wins, and nothing is found twice.
        (
            "the emergency room, a room",
            &[
                "words/emergency-room|emergency room|the emergency department, a room",
                "words/room|room|the emergency room, a space",
            ],
        ),
    ]);
}

#[test]
fn the_words_around_a_fix_follow() {
    check(&[
        (
            "an ER nurse",
            &["words/er|ER|an emergency department nurse"],
        ),
        (
            "a myocardial infarction",
            &["words/myocardial-infarction|myocardial infarction|a heart attack"],
        ),
        ("a key step", &["words/key|key|an important step"]),
        ("A key step", &["words/key|key|An important step"]),
        (
            "an addict",
            &["words/addict|addict|a person with a substance use disorder"],
        ),
        (
            "our world-class team",
            &["words/world-class|world-class|our team"],
        ),
        ("World-class team", &["words/world-class|World-class|Team"]),
        (
            "an outstanding hospital.",
            &["words/outstanding|outstanding|a hospital."],
        ),
        (
            "it is outstanding.",
            &["words/outstanding|outstanding|it is."],
        ),
        (
            "a physician",
            &["words/physician|physician|a doctor|a care provider"],
        ),
    ]);
}

#[test]
fn exceptions() {
    check(&[
        ("a person with diabetes", &[]),
        (
            "Persons with diabetes",
            &["words/diabetes|diabetes|Persons with person with diabetes"],
        ),
        ("your key card", &[]),
        ("the Emergency Room Care Group", &[]),
    ]);
    let found = findings("a key step");
    assert!(
        found[0].message.contains("unlocks something"),
        "{}",
        found[0].message
    );
    assert!(
        findings("the ER")[0]
            .message
            .contains("One name everywhere")
    );
}

#[test]
fn scope() {
    let p = playbook();
    for (platform, kind, want) in [
        (Some("x"), ComposerKind::Post, 1),
        (Some("x"), ComposerKind::Reply, 0),
        (Some("facebook"), ComposerKind::Post, 0),
        (None, ComposerKind::Post, 0),
    ] {
        let draft = Draft {
            text: "please retweet",
            platform,
            kind,
            ..Draft::default()
        };
        assert_eq!(
            report(&p, &draft).findings.len(),
            want,
            "{platform:?} {kind:?}"
        );
    }
}

#[test]
fn claims() {
    check(&[
        (
            "We guarantee it, guaranteed. Painless.",
            &[
                "claims/guarantee|guarantee",
                "claims/guarantee|guaranteed",
                "claims/painless|Painless",
            ],
        ),
        ("the best, #1 team", &["claims/best|best", "claims/1|#1"]),
        ("#painless #bestteam", &["claims/painless|painless"]),
    ]);
    let found = findings("the best; painless");
    assert_eq!(
        found.iter().map(|f| f.level).collect::<Vec<_>>(),
        [Level::Warning, Level::Error]
    );
    assert!(
        found[0]
            .message
            .contains("Communications lead (comms@riverside.example)")
    );
}

#[test]
fn names() {
    check(&[
        ("Dr. Amara Okafor, Dr. Amara Okafor's, Amara Okafor", &[]),
        (
            "dr amara okafor",
            &["names/dr-amara-okafor|dr amara okafor|Dr. Amara Okafor"],
        ),
        (
            "Ask Dr Amara Okafor's team",
            &["names/dr-amara-okafor|Dr Amara Okafor|Ask Dr. Amara Okafor's team"],
        ),
        ("Riverside Children’s Pavilion", &[]),
        (
            "the Riverside Childrens Pavilion",
            &[
                "names/riverside-childrens-pavilion|Riverside Childrens Pavilion|the Riverside Children's Pavilion",
            ],
        ),
        (
            "riverside children's pavilion",
            &[
                "names/riverside-childrens-pavilion|riverside children's pavilion|Riverside Children's Pavilion",
            ],
        ),
        (
            "Jose Nunez wrote",
            &["names/josé-núñez-md|Jose Nunez|José Núñez wrote"],
        ),
        ("Jose\u{301} Nu\u{301}n\u{303}ez", &[]),
        (
            "mychart and My Chart",
            &[
                "names/mychart|mychart|MyChart and My Chart",
                "names/mychart|My Chart|mychart and MyChart",
            ],
        ),
        ("look at my chart, a safe haven", &[]),
        (
            "Amara Okofor and Dr. Amara Okafro",
            &[
                "names/dr-amara-okafor|Amara Okofor|Amara Okafor and Dr. Amara Okafro",
                "names/dr-amara-okafor|Dr. Amara Okafro|Amara Okofor and Dr. Amara Okafor",
            ],
        ),
        (
            "Riverside Chidren's Pavilion",
            &[
                "names/riverside-childrens-pavilion|Riverside Chidren's Pavilion|Riverside Children's Pavilion",
            ],
        ),
        ("Amara Okonkwo, riverside", &[]),
        ("#RiversideChildrensPavilion", &[]),
    ]);
}

#[test]
fn patterns() {
    check(&[("Free parking and a free class", &["patterns/free|Free"])]);
    let mut p = playbook();
    p.patterns[0].pattern = "a|b(?!c)".into();
    let diagnostics = cuecard_checks::pattern_diagnostics(&p);
    assert_eq!((diagnostics.len(), diagnostics[0].line), (1, 9));
    assert!(diagnostics[0].help.contains("parentheses"));
}

#[test]
fn forms_are_found_where_the_playbook_says_so() {
    let mut p = playbook();
    p.words = vec![cuecard_playbook::WordRule {
        forms: true,
        ..common::word(&["utilize"], &["use"])
    }];
    let draft = |text| Draft {
        text,
        ..Draft::default()
    };
    for (text, want) in [
        ("We utilized it", "words/utilize|utilized|We used it"),
        ("Utilizing it", "words/utilize|Utilizing|Using it"),
        ("It utilizes beds", "words/utilize|utilizes|It uses beds"),
    ] {
        let found = report(&p, &draft(text)).findings;
        assert_eq!(lines(text, &found), [want], "{text}");
    }
    p.words[0].forms = false;
    assert_eq!(report(&p, &draft("We utilized it")).findings, []);
}

#[test]
fn a_rule_can_be_for_some_readers_only() {
    let book = cuecard_playbook::compile(
        "---\nbrand: B\n---\n## Words\n- hypertension (use _high blood pressure_; for patients)\n",
    );
    assert_eq!(book.diagnostics, []);
    for (audience, found) in [
        (None, true),
        (Some("Patients"), true),
        (Some("patient"), true),
        (Some("professionals"), false),
    ] {
        let draft = Draft {
            text: "About hypertension",
            audience,
            ..Draft::default()
        };
        let got = report(&book.playbook, &draft).findings;
        let is = got.iter().any(|f| f.rule == "words/hypertension");
        assert_eq!(is, found, "{audience:?}");
    }
}
