//! What is reported, and where: one table of a source, the code and the place.
//! A place is `line:column`, both from 1, columns in code points.

use cuecard_playbook::{Compiled, Diagnostic, Level, compile};

/// Compiles the text behind a front matter of three lines, so that line 4 of the
/// source is line 1 of the text.
fn with_front_matter(text: &str) -> Compiled {
    compile(&format!("---\nbrand: B\n---\n{text}"))
}

fn places(compiled: &Compiled, code: &str, offset: usize) -> Vec<String> {
    let found = compiled.diagnostics.iter().filter(|d| d.code == code);
    found
        .map(|d| format!("{}:{}", d.line.saturating_sub(offset), d.column))
        .collect()
}

/// The codes with their places, and nothing else of a level above suggestion.
fn check(text: &str, want: &[(&str, &str)]) {
    let compiled = with_front_matter(text);
    for (code, place) in want {
        let got = places(&compiled, code, 3);
        assert!(
            got.iter().any(|g| g == place),
            "{code} at {place} in\n{text}\ngot {:#?}",
            compiled.diagnostics
        );
    }
    for d in &compiled.diagnostics {
        assert!(!d.message.is_empty() && !d.help.is_empty(), "{d:?}");
        assert!(!d.message.contains('!') || text.contains('!'), "{d:?}");
        let expected = want.iter().any(|(code, _)| *code == d.code);
        let harmless = d.level == Level::Suggestion || d.code == "playbook/empty";
        assert!(expected || harmless, "unexpected {d:?} in\n{text}");
    }
}

#[test]
fn words() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        (
            "## Words\n| Word | Meaning |\n| --- | --- |\n| ER | x |\n",
            &[("words/no-direction", "2:1")],
        ),
        (
            "## Words\n| A | B |\n| --- | --- |\n| ER | x |\n",
            &[("words/no-direction", "2:1")],
        ),
        (
            "## Words\n### Places\n| A | B |\n| --- | --- |\n| ER | x |\n",
            &[("words/no-direction", "3:1")],
        ),
        (
            "## Words\n| Don't say | Say |\n| --- | --- |\n| | x |\n",
            &[("words/empty-cell", "4:1")],
        ),
        (
            "## Words\n| Don't say | Say |\n| --- | --- |\n| ER | |\n",
            &[("words/nothing-to-use", "4:1")],
        ),
        (
            "## Words\n| Don't say | Say |\n| --- | --- |\n| ER | ER |\n",
            &[("words/same", "4:3")],
        ),
        (
            "## Words\n| Don't say | Say | Mood |\n| --- | --- | --- |\n| ER | ED | x |\n",
            &[("table/unknown-column", "2:21")],
        ),
        (
            "## Words\n| Don't say | Say |\n| --- | --- |\n| ER | ED | one too many |\n",
            &[("table/extra-cells", "4:1")],
        ),
        (
            "## Words\n| Don't say | Say | Level |\n| --- | --- | --- |\n| ER | ED | grave |\n",
            &[("words/unknown-level", "4:13")],
        ),
        (
            "## Words\n| Don't say | Say |\n| --- | --- |\n| ER | ED |\n| é, ER | EDs |\n",
            &[("words/conflict", "5:6")],
        ),
        (
            "## Words\n| Don't say | Say |\n| --- | --- |\n| ER | ED |\n| ER | ED |\n",
            &[("words/duplicate", "5:3")],
        ),
        (
            "## Words\n| Don't say | Say |\n| --- | --- |\n| ER | ED |\n| ED | hospital |\n",
            &[("words/circular", "4:3")],
        ),
        (
            "## Words\n**Use:** person\n\nThat is all.\n",
            &[("words/unpaired", "2:3")],
        ),
        (
            "## Words\n- We are kind and warm\n- ER → ED\n",
            &[("words/item-not-read", "2:1")],
        ),
        (
            "## Words\n- ER → ED\n\n### Background\nIt was long ago.\n",
            &[("section/not-read", "4:1")],
        ),
        (
            "## Words\n- ER → ED\n\n### Don't\n- Visit our ER tonight\n",
            &[("words/examples", "4:1")],
        ),
        (
            "## Words\n| Do | Don't |\n| --- | --- |\n| Be kind. | Be rude. |\n",
            &[("words/examples", "2:1")],
        ),
        (
            "### Patterns\n- free → say what\n",
            &[("patterns/no-expression", "2:1")],
        ),
        (
            "### Patterns\n- `free → say what\n",
            &[("patterns/unbalanced", "2:1")],
        ),
        (
            "### Patterns\n- `free` say what\n",
            &[("patterns/no-advice", "2:10")],
        ),
        (
            "### Patterns\n- `free` →\n",
            &[("patterns/no-advice", "2:10")],
        ),
        (
            "### Names\n- Ada Holm\n- Ada Holm\n",
            &[("names/duplicate", "3:1")],
        ),
    ];
    for (text, want) in cases {
        check(text, want);
    }
}

#[test]
fn entries() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        (
            "## Approved messages\n### A {#a}\n> x\n\n### B {#a}\n> y\n",
            &[("ids/duplicate", "5:1")],
        ),
        (
            "## Approved messages\n### A\n*Platforms: x*\n",
            &[("messages/empty", "2:1")],
        ),
        (
            "## Approved messages\n### A\n*Platforms: x · Mood: good*\n> t\n",
            &[("messages/unknown-field", "3:17")],
        ),
        (
            "## Approved messages\n### A\n*Until: 2026-02-30*\n> t\n",
            &[("date/impossible", "3:9")],
        ),
        (
            "## Approved messages\n### A\nPlain text.\n",
            &[("messages/not-quoted", "3:1")],
        ),
        (
            "## Approved messages\n### A\n> t\n\nOnly in winter.\n",
            &[("messages/remark", "5:1")],
        ),
        (
            "## Approved messages\n- Visiting hours are long\n",
            &[("section/item-not-read", "2:1")],
        ),
        ("## Calendar\n### A\n> t\n", &[("calendar/no-day", "2:1")]),
        (
            "## Calendar\n### A\n*On: 2026-10-17 · Expires: 2026-10-16*\n> t\n",
            &[("calendar/expired", "3:28")],
        ),
        (
            "## Calendar\n### Holds\n- election day\n",
            &[("calendar/hold-not-read", "3:1")],
        ),
        (
            "## Calendar\n### Holds\n- 2026-11-04..2026-11-03: stop\n",
            &[("date/reversed", "3:3")],
        ),
        (
            "## Calendar\n### Holds\n- 2026-11-03:\n",
            &[("calendar/hold-of-what", "3:1")],
        ),
    ];
    for (text, want) in cases {
        check(text, want);
    }
}

#[test]
fn protocols() {
    let head = "## Roles\n| Role | Reach |\n| --- | --- |\n| On call | 555-0111 |\n\n## Protocols\n### P\n";
    let cases: &[(&str, &[(&str, &str)])] = &[
        (
            "- Level: crysis\n- Reply permission: approve first\n- Tell: On call within 5 minutes\n- Phrases: x\n",
            &[("protocols/unknown-level", "8:10")],
        ),
        (
            "- Level: urgent\n- Reply permission: approve first\n- Tell: On call within 5 minutes\n- Phrases: x\n",
            &[("protocols/unknown-level", "8:10")],
        ),
        (
            "- Level: question\n- Phrases: x\n- Reply permission: maybe\n",
            &[("protocols/unknown-permission", "10:21")],
        ),
        (
            "- Level: crisis\n- Phrases: x\n- Reply permission: approve first\n",
            &[("protocols/nobody-told", "7:1")],
        ),
        (
            "- Level: crisis\n- Phrases: x\n- Tell: On call\n",
            &[("protocols/no-permission", "7:1")],
        ),
        (
            "- Level: question\n- Reply: Hello\n",
            &[("protocols/nothing-to-match", "7:1")],
        ),
        ("- Phrases: x\n", &[("protocols/no-level", "7:1")]),
        (
            "- Level: question\n- Phrases: x\n- Tell: On cal within 1 hour\n",
            &[("protocols/unknown-role", "10:9")],
        ),
        (
            "- Level: question\n- Phrases: x\n- Tell: within 1 hour\n",
            &[("protocols/tell-whom", "10:9")],
        ),
        (
            "- Level: question\n- Phrases: x\n- Mood: sunny\n",
            &[("protocols/unknown-label", "10:1")],
        ),
        (
            "- Level: question\n- Phrases:\n",
            &[("protocols/empty-label", "9:1")],
        ),
        (
            "- Level: question\n- Phrases: x\n- Reply:\n",
            &[("protocols/empty-reply", "10:1")],
        ),
        (
            "- Level: question\n- Level: praise\n- Phrases: x\n",
            &[("protocols/twice", "9:1")],
        ),
        (
            "- Level: question\n- Phrases: x\n- Reply permission: must not reply\n- Reply: Hello\n",
            &[("protocols/reply-not-allowed", "7:1")],
        ),
        (
            "- Level: question\n- Phrases: x\n- just words\n",
            &[("protocols/item-not-read", "10:1")],
        ),
    ];
    for (text, want) in cases {
        check(&format!("{head}{text}"), want);
    }
}

#[test]
fn other_sections() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        (
            "## Our history\nLong ago.\n",
            &[("section/not-read", "1:1")],
        ),
        ("## Wrods\n- ER → ED\n", &[("section/not-read", "1:1")]),
        (
            "# Title\n- a list\n\n## Words\n- ER → ED\n",
            &[("section/not-read", "2:1")],
        ),
        (
            "## Claims\n- guarantee, cure\n",
            &[("claims/item-not-read", "2:1")],
        ),
        ("## Claims\n- Never:\n", &[("claims/empty", "2:1")]),
        (
            "## Claims\n- Never: best\n- Needs approval: Best\n",
            &[("claims/conflict", "3:19")],
        ),
        (
            "## Claims\n| Claim |\n| --- |\n| best |\n",
            &[("claims/no-direction", "2:1")],
        ),
        (
            "## Required\n- Paid posts say that they are paid.\n",
            &[("required/no-text", "2:1")],
        ),
        (
            "## Required\n- Paid posts begin with `#ad` or `#paid`.\n",
            &[("required/one-text", "2:35")],
        ),
        (
            "## Priorities\n| Content | Share |\n| --- | --- |\n| A | 30% |\n| B | 30% |\n",
            &[("priorities/sum", "1:1")],
        ),
        (
            "## Priorities\n| Content | Share |\n| --- | --- |\n| A | most |\n",
            &[("priorities/share", "4:7")],
        ),
        (
            "## Priorities\n| Share |\n| --- |\n| 10% |\n",
            &[("priorities/no-content-column", "2:1")],
        ),
        (
            "## Priorities\n- A: 100%\n\n## Calendar\n### P\n*On: 2026-01-01 · Priority: AA*\n> t\n",
            &[("priorities/unknown", "6:29")],
        ),
        ("## Roles\n- the desk\n", &[("roles/item-not-read", "2:1")]),
        (
            "## Roles\n| Role | Reach |\n| --- | --- |\n| A | 1 |\n| a | 2 |\n",
            &[("roles/duplicate", "5:1")],
        ),
        (
            "## Roles\n| Who | Reach |\n| --- | --- |\n| A | 1 |\n",
            &[("roles/no-role-column", "2:1")],
        ),
        (
            "## Roles\n| Role | Reach |\n| --- | --- |\n| A | |\n",
            &[("roles/no-reach", "4:1")],
        ),
        (
            "## Paid media\n| Channel | Month |\n| --- | --- |\n| x | November |\n",
            &[("paid/month", "4:7")],
        ),
        (
            "## Paid media\n- spend wisely\n",
            &[("paid/item-not-read", "2:1")],
        ),
        (
            "## Assets\n| Asset | Alt text |\n| --- | --- |\n| a.jpg | |\n",
            &[("assets/no-alt", "4:1")],
        ),
        (
            "## Assets\n| Asset | People | Alt text |\n| --- | --- | --- |\n| a.jpg | patient | A bed |\n",
            &[("assets/no-consent", "4:1")],
        ),
        (
            "## Privacy\n- Our numbres: 555\n",
            &[("privacy/unknown-label", "2:1")],
        ),
        (
            "## Privacy\n- Record numbers look like: seven digits\n",
            &[("privacy/no-pattern", "2:1")],
        ),
        (
            "## Tests\n- Visit our ER\n",
            &[("tests/item-not-read", "2:1")],
        ),
        (
            "## Tests\n- Ugly: Visit our ER\n",
            &[("tests/item-not-read", "2:1")],
        ),
        ("nothing at all\n", &[("playbook/empty", "-")]),
    ];
    for (text, want) in cases.iter().filter(|(_, w)| w[0].1 != "-") {
        check(text, want);
    }
    assert_eq!(
        places(&with_front_matter("nothing at all\n"), "playbook/empty", 0),
        ["1:1"]
    );
}

#[test]
fn front_matter() {
    for (source, code, place) in [
        ("# A\n", "front-matter/missing", "1:1"),
        (
            "---\nbrand: B\nmood: good\n---\n",
            "front-matter/unknown-key",
            "3:1",
        ),
        ("---\nbrnad: B\n---\n", "front-matter/unknown-key", "2:1"),
        ("---\nowner: B\n---\n", "front-matter/no-brand", "2:1"),
        ("---\nbrand: A: B\n---\n", "front-matter/broken", "2:9"),
        (
            "---\nbrand: B\naccounts: [@a]\n---\n",
            "front-matter/broken",
            "3:12",
        ),
        (
            "---\nbrand: B\nbrand: C\n---\n",
            "front-matter/duplicate-key",
            "3:1",
        ),
        (
            "---\nbrand: B\naccounts: [riverside]\n---\n",
            "front-matter/account",
            "3:12",
        ),
        (
            "---\nbrand: B\nvalid: 2026-12-31..2026-01-01\n---\n",
            "date/reversed",
            "3:8",
        ),
        (
            "---\nbrand: B\nvalid: 2026-02-30\n---\n",
            "date/impossible",
            "3:8",
        ),
        (
            "---\nbrand: B\nreading grade: high\n---\n",
            "front-matter/reading-grade",
            "3:1",
        ),
        (
            "---\nbrand: B\ngate: sometimes\n---\n",
            "front-matter/gate",
            "3:1",
        ),
        (
            "---\nbrand: B\ndrift: a little\n---\n",
            "front-matter/drift",
            "3:1",
        ),
        (
            "---\nbrand: B\ndrift: 150%\n---\n",
            "front-matter/drift",
            "3:1",
        ),
        (
            "---\nbrand: B\ncomfort: never share\n---\n",
            "front-matter/comfort",
            "3:1",
        ),
        (
            "---\nbrand: B\nlocale: American English\n---\n",
            "front-matter/locale",
            "3:1",
        ),
        (
            "---\nbrand: B\nowner: C\n\n# Title\n",
            "front-matter/unclosed",
            "1:1",
        ),
        ("---\njust words\n---\n", "front-matter/not-read", "2:1"),
    ] {
        let compiled = compile(source);
        let got = places(&compiled, code, 0);
        assert!(
            got.iter().any(|g| g == place),
            "{code} at {place} in\n{source}\ngot {:#?}",
            compiled.diagnostics
        );
    }
}

#[test]
fn a_broken_entry_costs_one_entry() {
    let compiled = compile(
        "---\nbrand: Alder: Valley\nowner: \"unclosed\nvalid: 2026-01-01..2026-12-31\naccounts:\n- x:@alder\n- facebook:Alder\n---\n## Words\n- ER → ED\n",
    );
    let book = &compiled.playbook;
    assert_eq!(
        book.brand, "Alder: Valley",
        "read as the plain text that it shows"
    );
    assert_eq!(book.accounts.len(), 2);
    assert_eq!(
        book.valid.map(|v| v.to.to_string()).as_deref(),
        Some("2026-12-31")
    );
    assert_eq!(book.words.len(), 1);
    let broken: Vec<usize> = compiled
        .diagnostics
        .iter()
        .filter(|d| d.code == "front-matter/broken")
        .map(|d| d.line)
        .collect();
    assert_eq!(broken.len(), 2);
    assert!(
        broken.iter().all(|line| (2..=4).contains(line)),
        "{broken:?}"
    );
}

#[test]
fn they_come_in_the_order_of_the_lines() {
    let compiled = compile(
        "---\nmood: x\n---\n## Tests\n- a\n## Claims\n- b\n## Protocols\n### P\n- c\n## Roles\n- d\n",
    );
    assert!(compiled.diagnostics.len() > 4);
    assert!(
        compiled
            .diagnostics
            .is_sorted_by_key(|d| (d.line, d.column)),
        "{:#?}",
        compiled.diagnostics
    );
}

#[test]
fn columns_count_code_points() {
    // "é🎉" before the term: two code points, six bytes, three UTF-16 units.
    let compiled =
        with_front_matter("## Words\n| Don't say | Say |\n| --- | --- |\n| é🎉, ER | ER |\n");
    assert_eq!(places(&compiled, "words/same", 3), ["4:7"]);
}

#[test]
fn the_second_of_two_equal_ids_is_numbered() {
    let compiled =
        with_front_matter("## Messages\n### A\n> 1\n### A\n> 2\n### A\n> 3\n### A-2\n> 4\n");
    let ids: Vec<&str> = compiled
        .playbook
        .messages
        .iter()
        .map(|m| m.id.as_str())
        .collect();
    assert_eq!(ids, ["a", "a-2", "a-3", "a-2-2"]);
    let first = compiled
        .diagnostics
        .iter()
        .find(|d| d.code == "ids/duplicate")
        .unwrap();
    assert!(
        first.message.contains("line 7") && first.message.contains("line 5"),
        "both lines: {}",
        first.message
    );
}

#[test]
fn a_message_and_a_protocol_may_share_an_id() {
    let compiled = with_front_matter(
        "## Messages\n### A\n> 1\n## Protocols\n### A\n- Level: none\n- Phrases: x\n",
    );
    assert_eq!(places(&compiled, "ids/duplicate", 0), Vec::<String>::new());
}

#[test]
fn a_mistyped_level_is_never_read_as_less_grave() {
    for (word, want) in [
        ("crysis", "crisis"),
        ("urgent", "serious"),
        ("Complaint", "complaint"),
    ] {
        let compiled = with_front_matter(&format!(
            "## Protocols\n### A\n- Level: {word}\n- Phrases: x\n"
        ));
        let level = serde_json::to_value(compiled.playbook.protocols[0].level).unwrap();
        assert_eq!(level, want, "{word}");
    }
}

#[test]
fn unknown_sections_and_labels_are_kept_as_text() {
    let compiled = with_front_matter(
        "## Our history\nLong *ago*.\n\n- one\n\n## Protocols\n### A\n- Level: none\n- Mood: sunny\n- Phrases: x\n## Privacy\n- Mood: sunny\n",
    );
    let book = &compiled.playbook;
    assert_eq!(book.notes[0].heading, "Our history");
    assert_eq!(book.notes[0].text, "Long *ago*.\n\n- one");
    assert_eq!(book.notes[0].line, 5);
    assert_eq!(
        book.protocols[0].other,
        [("Mood".to_owned(), "sunny".to_owned())]
    );
    assert_eq!(
        book.privacy.other,
        [("Mood".to_owned(), "sunny".to_owned())]
    );
}

#[test]
fn packs_and_products() {
    for (source, code) in [
        ("## Packs\n- helth-stigma: off\n", "packs/unknown"),
        ("## Packs\n- ftc: perhaps\n", "packs/state"),
        ("## Packs\n- ftc: off\n- FTC: on\n", "packs/twice"),
        ("## Products\n- Ozempic\n- ozempic\n", "products/duplicate"),
    ] {
        let compiled = with_front_matter(source);
        let mut codes = compiled.diagnostics.iter().map(|d| d.code.as_str());
        assert!(codes.any(|c| c == code), "{source}: {compiled:?}");
    }
    let unknown = with_front_matter("## Packs\n- helth-stigma: off\n").diagnostics;
    let near = |d: &Diagnostic| d.help.contains("Did you mean `health-stigma`?");
    assert!(unknown.iter().any(near), "{unknown:?}");
    for source in [
        "---\nbrand: B\npacks: [stigma, plain-language, \"ftc: off\"]\n---\n",
        "---\nbrand: B\npacks:\n  stigma: on\n  plain language: true\n  ftc: off\n---\n",
        "---\nbrand: B\n---\n## Packs\n- health stigma\n- Plain language: on\n- FTC: off\n",
        "---\nbrand: B\n---\n## Packs\n| Pack | State |\n| --- | --- |\n| stigma | on |\n| plain language | on |\n| ftc | off |\n",
    ] {
        let packs = compile(source).playbook.packs;
        let got: Vec<(&str, bool)> = packs.iter().map(|p| (p.name.as_str(), p.on)).collect();
        let want = [
            ("health-stigma", true),
            ("plain-language", true),
            ("ftc", false),
        ];
        assert_eq!(got, want, "{source}");
    }
}

#[test]
fn the_sample_that_ships_is_understood_wholly() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../static/playbook/wrenfield.md"
    );
    let source = std::fs::read_to_string(path).unwrap();
    assert_eq!(compile(&source).diagnostics, []);
}
