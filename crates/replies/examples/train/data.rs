//! The comments to learn from.

use std::io::{Error, Result};

use cuecard_replies::classify::{CLASSES, features};
use cuecard_replies::rank::read_tokens;

/// A comment as the model sees it, and the number of its class.
#[derive(Clone)]
pub struct Known {
    pub features: Vec<u32>,
    pub class: usize,
}

/// One author's comments.
pub struct File {
    pub name: String,
    pub text: String,
    pub comments: Vec<Known>,
}

/// All files of `training/`, by name.
pub fn files() -> Result<Vec<File>> {
    let folder = format!("{}/training", env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<_> = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_>>()?;
    paths.retain(|p| p.extension().is_some_and(|e| e == "tsv"));
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path)?;
            let name = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let lines = text
                .lines()
                .enumerate()
                .filter(|(_, l)| !l.starts_with('#'));
            let comments = lines
                .map(|(n, line)| {
                    known(line).ok_or_else(|| {
                        Error::other(format!(
                            "{}, line {}: wanted a class of {CLASSES:?}, a tab, a comment",
                            path.display(),
                            n + 1
                        ))
                    })
                })
                .collect::<Result<_>>()?;
            Ok(File {
                name,
                text,
                comments,
            })
        })
        .collect()
}

fn known(line: &str) -> Option<Known> {
    let (class, text) = line.split_once('\t')?;
    let class = CLASSES.iter().position(|c| *c == class)?;
    let features = features(&read_tokens(text));
    Some(Known {
        features: features.into_iter().map(|(f, _)| f).collect(),
        class,
    })
}
