//! The ways in which people write "say this, not that", one table: a source and the
//! rules that come out of it, each as `avoid | prefer | rest`.

use cuecard_playbook::{Comfort, WordRule, compile};

fn shown(rule: &WordRule) -> String {
    let mut rest = Vec::new();
    if rule.omit {
        rest.push("omit".to_owned());
    }
    rest.extend(rule.unless.as_ref().map(|u| format!("unless {u}")));
    rest.extend(rule.why.as_ref().map(|w| format!("why {w}")));
    rest.extend(
        (!rule.scope.platforms.is_empty())
            .then(|| format!("on {}", rule.scope.platforms.join("+"))),
    );
    rest.extend(
        (!rule.scope.kinds.is_empty()).then(|| format!("in {}", rule.scope.kinds.join("+"))),
    );
    if rule.in_hashtags {
        rest.push("hashtags".to_owned());
    }
    if rule.level != cuecard_playbook::Level::Warning {
        rest.push(format!("{:?}", rule.level));
    }
    format!(
        "{} | {} | {}",
        rule.avoid.join(" + "),
        rule.prefer.join(" + "),
        rest.join(", ")
    )
}

fn check(source: &str, want: &[&str]) {
    let compiled = compile(&format!("---\nbrand: B\n---\n{source}"));
    let got: Vec<String> = compiled.playbook.words.iter().map(shown).collect();
    assert_eq!(got, want, "in\n{source}\n{:#?}", compiled.diagnostics);
}

#[test]
fn tables_in_either_order() {
    for (first, second) in [
        ("Don't say", "Say"),
        ("**Don’t say**", "**Say**"),
        ("Not this", "Like this"),
        ("Instead of", "Use"),
        ("Instead of this", "Use this"),
        ("Before", "After"),
        ("Avoid", "Prefer"),
        ("Avoid", "Term"),
        ("Term", "Use"),
        ("DO NOT USE", "Use"),
        ("Words to avoid", "Words to use"),
    ] {
        for table in [
            format!(
                "## Words\n| {first} | {second} |\n| --- | --- |\n| utilize, leverage | use |\n"
            ),
            format!(
                "## Words\n| {second} | {first} |\n| --- | --- |\n| use | utilize, leverage |\n"
            ),
            format!("## Words\n{first} | {second}\n--- | ---\n**utilize**; \"leverage\" | *use*\n"),
        ] {
            check(&table, &["utilize + leverage | use | "]);
        }
    }
}

#[test]
fn cells() {
    for (cells, want) in [
        (
            "ER, emergency room | emergency department",
            &["ER + emergency room | emergency department | "][..],
        ),
        ("be advised | (omit)", &["be advised |  | omit"]),
        (
            "appropriate | (omit), proper, right",
            &["appropriate | proper + right | omit"],
        ),
        (
            "#ER | emergency department",
            &["ER | emergency department | hashtags"],
        ),
        (
            "\"fast, easy\", quick | simple",
            &["fast, easy + quick | simple | "],
        ),
        (
            "costs $1,200, pricey | costs money",
            &["costs $1,200 + pricey | costs money | "],
        ),
        (
            "clean (of a drug test), sober | negative",
            &[
                "clean | negative | why of a drug test",
                "sober | negative | ",
            ],
        ),
        (
            "key (unless it opens a door) | main",
            &["key | main | unless it opens a door"],
        ),
        (
            "emergency room (ER) | emergency department",
            &["emergency room + ER | emergency department | "],
        ),
        ("option(s) | choices", &["option(s) | choices | "]),
        (
            "addict | person with a substance use disorder (SUD)",
            &["addict | person with a substance use disorder (SUD) | "],
        ),
        ("a \\| b | c", &["a | b | c | "]),
        ("`ER` | `ED`", &["ER | ED | "]),
        ("one<br>two | three", &["one + two | three | "]),
        (
            "It is fast, easy and free for all. | It is quick, simple and open to all.",
            &["It is fast, easy and free for all. | It is quick, simple and open to all. | "],
        ),
        ("jab (only on x) | shot", &["jab | shot | on x"]),
        ("jab (in replies) | shot", &["jab | shot | in reply"]),
        ("open (paren | shut", &["open (paren | shut | "]),
    ] {
        check(
            &format!("## Words\n| Don't say | Say |\n| --- | --- |\n| {cells} |\n"),
            want,
        );
    }
}

#[test]
fn more_columns() {
    check(
        "## Words\n| Don't say | Say | Why | Unless | Where | Level | Hashtags |\n|---|---|---|---|---|---|---|\n| ER | ED | signs | a TV show | Twitter, replies | error | yes |\n| jab | shot | | | all | suggestion | no |\n",
        &[
            "ER | ED | unless a TV show, why signs, on x, in reply, hashtags, Error",
            "jab | shot | Suggestion",
        ],
    );
}

#[test]
fn label_pairs() {
    for (text, want) in [
        ("**Use:** a\n**Avoid:** b; c", &["b + c | a | "][..]),
        ("**Avoid:** b, c  \n**Use:** a", &["b + c | a | "]),
        ("**Use**: a\\\n**Avoid these nouns:** b", &["b | a | "]),
        ("Use: a\n\nAvoid: b", &["b | a | "]),
        ("- Use: a\n- Avoid: b", &["b | a | "]),
        ("**Say:** a\n**Don’t say:** b", &["b | a | "]),
        (
            "**Avoid:** b\n**Avoid:** c\n**Use:** a",
            &["b |  | ", "c | a | "],
        ),
        (
            "**Use:** Person with diabetes  \n**Avoid:** Diabetic; sugar patient",
            &["diabetic + sugar patient | person with diabetes | "],
        ),
        (
            "**Use:** Alder Health\n**Avoid:** Alder Hospital",
            &["Alder Hospital | Alder Health | "],
        ),
        (
            "**Use:** a, b, or c\n**Avoid:** x, y, or z patient",
            &["x, y, or z patient | a + b + c | "],
        ),
        (
            "**Use:** a long line that\ngoes on\n**Avoid:** b",
            &["b | a long line that goes on | "],
        ),
        ("**Avoid:**\n- b\n- c (use *a*)", &["b |  | ", "c | a | "]),
    ] {
        check(&format!("## Words\n{text}\n"), want);
    }
}

#[test]
fn items_to_avoid() {
    for (item, want) in [
        ("utilize (use _use_)", &["utilize | use | "][..]),
        ("suffers from (use *has*)", &["suffers from | has | "]),
        (
            "key (unless it unlocks something; use *important*)",
            &["key | important | unless it unlocks something"],
        ),
        (
            "key (unless it unlocks something, use _important_ or omit)",
            &["key | important | omit, unless it unlocks something"],
        ),
        (
            "liaise (use _collaborate_, _work with_, or _partner with_)",
            &["liaise | collaborate + work with + partner with | "],
        ),
        (
            "simple or simply (use clear)",
            &["simple + simply | clear | "],
        ),
        ("sooner or later", &["sooner or later |  | "]),
        ("robust", &["robust |  | "]),
        (
            "robust: it says nothing",
            &["robust |  | why it says nothing"],
        ),
        (
            "robust — say what it withstands",
            &["robust | what it withstands | "],
        ),
        ("ER → ED", &["ER | ED | "]),
        (
            "\"world-class\", 'state of the art' (omit)",
            &["world-class + state of the art |  | omit"],
        ),
        (
            "diabetic (unless \"diabetic eye\", \"diabetic foot\" or \"diabetic diet\"; use *person with diabetes*)",
            &[
                "diabetic | person with diabetes | unless \"diabetic eye\", \"diabetic foot\" or \"diabetic diet\"",
            ],
        ),
        (
            "innovative (use words that describe the outcome)",
            &["innovative |  | why use words that describe the outcome"],
        ),
        ("er (including hashtags; use ED)", &["er | ED | hashtags"]),
        (
            "jab (only on facebook and x; use shot)",
            &["jab | shot | on facebook+x"],
        ),
        ("battle (error)", &["battle |  | Error"]),
        ("stress (high)", &["stress |  | why high"]),
        ("Don’t say \"ER\"; say \"ED\"", &["ER | ED | "]),
    ] {
        check(&format!("## Words to avoid\n- {item}\n"), want);
    }
    check(
        "## Words to use carefully\n- battle\n",
        &["battle |  | Suggestion"],
    );
    check(
        "## Words\n### Words to avoid\n#### Sports\n- battle\n",
        &["battle |  | "],
    );
}

#[test]
fn sentences() {
    for (item, want) in [
        (
            "Use \"high blood pressure,\" not \"hypertension\"",
            &["hypertension | high blood pressure | "][..],
        ),
        ("**DC**, not D.C.", &["D.C. | DC | "]),
        (
            "We prefer _older person_ or _senior_ to _elderly_",
            &["elderly | older person + senior | "],
        ),
        ("Worker --- instead of workman.", &["workman | Worker | "]),
        (
            "Spouse or partner instead of husband or wife",
            &["husband + wife | Spouse + partner | "],
        ),
        (
            "emergency department, not ER",
            &["ER | emergency department | "],
        ),
        ("Don't use *abort*. Use *end*.", &["abort | end | "]),
        (
            "emergency room → emergency department (it is on our signs)",
            &["emergency room | emergency department | why it is on our signs"],
        ),
        ("utilize (use *use*)", &["utilize | use | "]),
        ("We are warm, not cute", &[]),
    ] {
        check(&format!("## Words\n- {item}\n"), want);
    }
}

#[test]
fn definitions() {
    check(
        "## Words\n**became ill**\n: Use \"got sick\" instead.\n",
        &["became ill | got sick | "],
    );
    check(
        "## Words\nabort\n: Don't use. It sounds violent. Use *end* instead.\n",
        &["abort | end | why It sounds violent"],
    );
    check(
        "## Words\npharmacy\n: We use \"pharmacy\", not \"chemist\".\n",
        &["chemist | pharmacy | "],
    );
    check("## Words\nsepsis\n: An illness.\n", &[]);
}

#[test]
fn where_the_heading_says_nothing() {
    // What says by itself that it is a rule is read; what might be anything is not.
    check("## Alcohol\n**Use:** a\n**Avoid:** b\n", &["b | a | "]);
    check(
        "## Signs\n| Instead of | Say |\n|---|---|\n| b | a |\n",
        &["b | a | "],
    );
    check("## Rooms\n| Before | After |\n|---|---|\n| b | a |\n", &[]);
    check("## Rooms\n- b → a\n", &[]);
}

#[test]
fn how_far_one_goes_stands_in_the_front_matter() {
    for (entry, drift, comfort) in [
        ("drift: 15%", Some(0.15), None),
        ("drift: 15", Some(0.15), None),
        ("Drift limit: 0 %", Some(0.0), None),
        ("changes-allowed: 12.5 percent", Some(0.125), None),
        ("comfort: like", None, Some(Comfort::Like)),
        ("comfort level: Like and thank", None, Some(Comfort::Thank)),
        ("comfort: [like, thank]", None, Some(Comfort::Thank)),
        (
            "positive interactions: thank and share",
            None,
            Some(Comfort::Share),
        ),
        ("owner: C", None, None),
    ] {
        let compiled = compile(&format!("---\nbrand: B\n{entry}\n---\n"));
        let got = (compiled.playbook.drift, compiled.playbook.comfort);
        assert_eq!(got, (drift, comfort), "{entry}");
        assert!(
            !compiled
                .diagnostics
                .iter()
                .any(|d| d.code != "front-matter/one-value"
                    && d.code.starts_with("front-matter/")
                    && d.code != "front-matter/no-accounts"),
            "{entry}: {:#?}",
            compiled.diagnostics
        );
    }
}
