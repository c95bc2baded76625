//! The model that is shipped: that it reads, what it learned from, and that it understands what no list would.

use super::*;
use crate::rank::read_tokens;

fn model() -> Model {
    Model::standard().expect("the model of this build reads")
}

#[test]
fn the_model_learned_from_the_files_that_are_there() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/training");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        .collect();
    paths.sort();
    let files: Vec<String> = paths
        .iter()
        .map(|p| std::fs::read_to_string(p).unwrap())
        .collect();
    assert_eq!(
        model().trained_on,
        fingerprint(files.iter().map(String::as_str)),
        "cargo run --release -p cuecard-replies --example train"
    );
}

#[test]
fn every_class_is_one_of_the_escalation_pack() {
    let pack = crate::Pack::standard();
    for (number, class) in CLASSES.iter().enumerate().skip(1) {
        let group = pack
            .groups
            .iter()
            .find(|g| g.class == *class)
            .unwrap_or_else(|| panic!("no group {class}"));
        let crisis = group.level == cuecard_playbook::Severity::Crisis;
        assert_eq!(crisis, number <= CRISES, "{class}");
    }
}

#[test]
fn a_file_that_is_cut_off_is_no_model() {
    let whole = include_bytes!("../../packs/classes.bin");
    for end in (0..100).chain([whole.len() / 2, whole.len() - 1]) {
        assert_eq!(Model::read(&whole[..end]), None, "{end} bytes");
    }
    let more = [whole.as_slice(), &[0]].concat();
    assert_eq!(Model::read(&more), None, "a byte too many");
    assert_eq!(Model::read(b"something else"), None);
}

#[test]
fn oblique_words_are_understood_and_everyday_ones_let_be() {
    let model = model();
    for (text, class) in [
        (
            "took the rest of the bottle an hour ago. feeling floaty. dont bother looking for me",
            "self-harm",
        ),
        (
            "i know which car the night nurse drives and i will be waiting",
            "threat",
        ),
        (
            "my husbands face is drooping and he cant lift his arm, should i bring him in or wait til monday",
            "medical-emergency",
        ),
    ] {
        let opinion = opinion(&model, &read_tokens(text));
        assert!(opinion.crisis() > 0.5, "{text}: {opinion:?}");
        assert_eq!(CLASSES[opinion.class()], class, "{text}");
    }
    for text in [
        "The nurses were lovely, thank you all",
        "Where do I park for the eye clinic?",
        "Waited two hours and the coffee was cold",
        "",
    ] {
        let opinion = opinion(&model, &read_tokens(text));
        assert!(opinion.grave() < 0.5, "{text}: {opinion:?}");
    }
}

#[test]
fn chances_are_one_together() {
    for text in [
        "",
        "help",
        "¿Dónde está la entrada?",
        &"word ".repeat(2_000),
    ] {
        let sum: f32 = opinion(&model(), &read_tokens(text)).chances.iter().sum();
        assert!((sum - 1.0).abs() < 1e-4, "{text}: {sum}");
    }
}

#[test]
fn the_reasons_are_words_of_the_comment() {
    let text = "I will burn your lobby down";
    let tokens = read_tokens(text);
    let threat = CLASSES.iter().position(|c| *c == "threat").unwrap();
    let words: Vec<&str> = reasons(&model(), &tokens, threat)
        .iter()
        .map(|(span, _)| span.of(text))
        .collect();
    assert!(words.contains(&"burn"), "{words:?}");
}

#[test]
fn a_feature_counts_once_and_names_its_first_word() {
    let all = features(&read_tokens("no no no"));
    let mut alone: Vec<u32> = all.iter().map(|(f, _)| *f).collect();
    alone.dedup();
    assert_eq!(alone.len(), all.len());
    // ^ no, no no, no $; the stem; the piece.
    assert_eq!(all.len(), 5);
    assert_eq!(all.iter().filter(|(_, word)| *word == 0).count(), 3);
}
