//! One kind of feature with its weights, as an inverted index.

use std::collections::BTreeMap;

use super::features::{Feature, Kind, Token, by_number, counted, features};

/// How far the mean of all classes is taken away from each: what all protocols
/// have in common says nothing. Chosen on the suites.
const CENTRE: f32 = 0.6;
/// How much a feature gains that several examples of one class share.
const SHARED: f32 = 0.2;

/// A text to learn from.
#[derive(Clone, Debug)]
pub struct Example {
    /// Number of its class.
    pub class: usize,
    /// Its words.
    pub tokens: Vec<Token>,
    /// 1 for a real comment, less for a heading or a lone phrase.
    pub weight: f32,
}

/// Numbers with weights, rows laid end to end.
#[derive(Clone, Debug, Default)]
struct Postings {
    starts: Vec<usize>,
    entries: Vec<(u32, f32)>,
}

impl Postings {
    fn from_rows(rows: Vec<Vec<(u32, f32)>>) -> Self {
        let mut starts = vec![0];
        let mut entries = Vec::new();
        for row in rows {
            entries.extend(row);
            starts.push(entries.len());
        }
        Self { starts, entries }
    }

    fn row(&self, i: usize) -> &[(u32, f32)] {
        let (Some(&from), Some(&to)) = (self.starts.get(i), self.starts.get(i + 1)) else {
            return &[];
        };
        self.entries.get(from..to).unwrap_or(&[])
    }
}

/// An index over all classes and examples.
#[derive(Clone, Debug)]
pub struct Space {
    kind: Kind,
    /// Known features, sorted.
    keys: Vec<u32>,
    /// Where those begin that have the same upper bits: the numbers are spread evenly, so few do.
    shelves: Vec<usize>,
    /// Their weights.
    weights: Vec<f32>,
    /// The weight of a feature that no example has.
    unknown: f32,
    classes: Postings,
    examples: Postings,
    /// Of each feature: what the classes have of it, on average.
    average: Vec<f32>,
    /// Of each example: its class.
    of: Vec<usize>,
    /// Of each class: the length of the sum of its examples.
    lengths: Vec<f32>,
    /// Of each class: its cosine with the mean of all classes.
    to_mean: Vec<f32>,
    /// Length of the mean of all classes.
    mean: f32,
}

/// A comment as one space sees it: known features with unit length over all.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// Row of the feature, weight.
    known: Vec<(usize, f32)>,
    /// In the order of the text: number of the known feature, number of the word.
    places: Vec<(usize, usize)>,
}

impl Query {
    /// The row and the weight of a known feature.
    fn known(&self, number: usize) -> (usize, f32) {
        self.known.get(number).copied().unwrap_or((usize::MAX, 0.0))
    }
}

impl Space {
    /// Learns. `classes` is the number of classes.
    pub fn new(kind: Kind, classes: usize, examples: &[Example]) -> Self {
        let counts: Vec<Vec<(u32, f32)>> = examples
            .iter()
            .map(|e| counted(features(kind, &e.tokens)))
            .collect();
        let (keys, weights) = weigh(classes, examples, &counts);
        let mut by_class: Vec<BTreeMap<usize, f32>> = vec![BTreeMap::new(); classes];
        let mut example_rows: Vec<Vec<(u32, f32)>> = vec![Vec::new(); keys.len()];
        for (n, (example, count)) in examples.iter().zip(&counts).enumerate() {
            let mut vector: Vec<(usize, f32)> = count
                .iter()
                .filter_map(|&(f, c)| {
                    let row = keys.binary_search(&f).ok()?;
                    Some((
                        row,
                        (1.0 + c.ln()) * weights.get(row).copied().unwrap_or(0.0),
                    ))
                })
                .collect();
            unit(vector.iter_mut().map(|(_, w)| w));
            for (row, w) in vector {
                if let Some(list) = example_rows.get_mut(row) {
                    list.push((u32::try_from(n).unwrap_or(u32::MAX), w * example.weight));
                }
                if let Some(class) = by_class.get_mut(example.class) {
                    *class.entry(row).or_insert(0.0) += w * example.weight;
                }
            }
        }
        let mut class_rows: Vec<Vec<(u32, f32)>> = vec![Vec::new(); keys.len()];
        let mut sum = vec![0.0f32; keys.len()];
        let mut lengths = Vec::with_capacity(classes);
        for (c, class) in by_class.iter_mut().enumerate() {
            lengths.push(unit(class.values_mut()));
            for (&row, &w) in class.iter() {
                if let (Some(list), Some(s)) = (class_rows.get_mut(row), sum.get_mut(row)) {
                    list.push((u32::try_from(c).unwrap_or(u32::MAX), w));
                    *s += w / classes.max(1) as f32;
                }
            }
        }
        let average = class_rows
            .iter()
            .map(|row| row.iter().map(|&(_, v)| v).sum::<f32>() / classes.max(1) as f32)
            .collect();
        let mean = sum.iter().map(|w| w * w).sum::<f32>().sqrt();
        let to_mean = by_class.iter().map(|class| {
            let dot = class
                .iter()
                .map(|(&row, w)| w * sum.get(row).copied().unwrap_or(0.0));
            if mean > 0.0 {
                dot.sum::<f32>() / mean
            } else {
                0.0
            }
        });
        Self {
            kind,
            unknown: weights.iter().copied().fold(1.0, f32::max),
            to_mean: to_mean.collect(),
            mean,
            of: examples.iter().map(|e| e.class).collect(),
            lengths,
            average,
            shelves: (0..=shelf(u32::MAX) + 1)
                .map(|n| keys.partition_point(|key| shelf(*key) < n))
                .collect(),
            keys,
            weights,
            classes: Postings::from_rows(class_rows),
            examples: Postings::from_rows(example_rows),
        }
    }

    /// The row of a known feature.
    fn row(&self, feature: u32) -> Option<usize> {
        let shelf = shelf(feature);
        let (from, to) = (self.shelves.get(shelf)?, self.shelves.get(shelf + 1)?);
        let place = self.keys.get(*from..*to)?.binary_search(&feature).ok()?;
        Some(from + place)
    }

    /// Looks a comment's features up.
    pub fn query(&self, tokens: &[Token]) -> Query {
        let mut all: Vec<Feature> = features(self.kind, tokens);
        let words: Vec<usize> = all.iter().map(|&(_, word)| word).collect();
        // Of each feature in the order of the text: its number among those that are known.
        let mut numbers: Vec<Option<usize>> = vec![None; all.len()];
        for (at, (_, place)) in all.iter_mut().enumerate() {
            *place = at;
        }
        let mut strangers = 0.0f32;
        let mut known: Vec<(usize, f32)> = Vec::new();
        for same in by_number(all).chunk_by(|a, b| a.0 == b.0) {
            let n = same.len() as f32;
            let Some(row) = same.first().and_then(|&(f, _)| self.row(f)) else {
                strangers += n;
                continue;
            };
            for &(_, place) in same {
                if let Some(number) = numbers.get_mut(place) {
                    *number = Some(known.len());
                }
            }
            let weight = self.weights.get(row).copied().unwrap_or(0.0);
            known.push((row, (1.0 + n.ln()) * weight));
        }
        let places = numbers
            .into_iter()
            .zip(words)
            .filter_map(|(number, word)| Some((number?, word)))
            .collect();
        // All unknown features are one: what cannot be compared lowers the likeness,
        // but a long comment is not strange for its length.
        let mut stranger = if strangers > 0.0 {
            (1.0 + strangers.ln()) * self.unknown
        } else {
            0.0
        };
        unit(known.iter_mut().map(|(_, w)| w).chain([&mut stranger]));
        Query { known, places }
    }

    /// Adds the likeness to each class's centre, mean taken away, and to each
    /// example, times `weight`, to the two lists.
    pub fn compare(&self, query: &Query, weight: f32, classes: &mut [f32], examples: &mut [f32]) {
        let mut near = vec![0.0f32; self.of.len()];
        for &(row, w) in &query.known {
            for &(e, v) in self.examples.row(row) {
                if let Some(s) = near.get_mut(e as usize) {
                    *s += w * v;
                }
            }
        }
        // A class's centre is the sum of its examples.
        let mut centres = vec![0.0f32; classes.len()];
        for ((&class, out), likeness) in self.of.iter().zip(examples).zip(near) {
            *out += weight * likeness;
            if let Some(centre) = centres.get_mut(class) {
                *centre += likeness;
            }
        }
        for (centre, length) in centres.iter_mut().zip(&self.lengths) {
            *centre /= length;
        }
        let near = centres;
        let count = near.len().max(1) as f32;
        let common = if self.mean > 0.0 {
            near.iter().sum::<f32>() / count / self.mean
        } else {
            0.0
        };
        for ((out, s), &m) in classes.iter_mut().zip(near).zip(&self.to_mean) {
            let length = 1.0 - (2.0 * CENTRE - CENTRE * CENTRE) * m * m;
            *out += weight * (s - CENTRE * common * m) / length.max(0.05).sqrt();
        }
    }

    /// Marks the classes that know one of the words for which `bears` holds.
    pub fn named(&self, query: &Query, bears: impl Fn(usize) -> bool, classes: &mut [bool]) {
        for &(number, word) in &query.places {
            if bears(word) {
                let (row, _) = query.known(number);
                for &(c, _) in self.classes.row(row) {
                    if let Some(named) = classes.get_mut(c as usize) {
                        *named = true;
                    }
                }
            }
        }
    }

    /// Adds what each word of the comment gives to the likeness to a class.
    pub fn explain(&self, query: &Query, class: usize, weight: f32, words: &mut [f32]) {
        let wanted = u32::try_from(class).unwrap_or(u32::MAX);
        // A piece of a word stands at many places.
        let given = |&(row, w): &(usize, f32)| {
            let list = self.classes.row(row);
            let at = list.binary_search_by_key(&wanted, |&(c, _)| c).ok()?;
            let here = list.get(at).map_or(0.0, |&(_, v)| v);
            // What every class has in equal measure speaks for none.
            let others = self.average.get(row).copied().unwrap_or(0.0);
            Some(weight * w * (here - CENTRE * others))
        };
        let given: Vec<Option<f32>> = query.known.iter().map(given).collect();
        for &(number, word) in &query.places {
            if let (Some(Some(given)), Some(out)) = (given.get(number), words.get_mut(word)) {
                *out += given;
            }
        }
    }
}

/// The upper bits of a feature's number.
fn shelf(feature: u32) -> usize {
    (feature >> 20) as usize
}

/// Inverse class frequency, raised where several examples of one class share the feature.
fn weigh(classes: usize, examples: &[Example], counts: &[Vec<(u32, f32)>]) -> (Vec<u32>, Vec<f32>) {
    // Examples come class by class, so the classes of each feature are in order as well.
    let mut seen: Vec<(u32, usize)> = Vec::new();
    for (example, count) in examples.iter().zip(counts) {
        seen.extend(count.iter().map(|&(f, _)| (f, example.class)));
    }
    let seen = by_number(seen);
    let mut keys = Vec::new();
    let mut weights = Vec::new();
    for group in seen.chunk_by(|a, b| a.0 == b.0) {
        let Some(&(key, _)) = group.first() else {
            continue;
        };
        let texts = group.len() as f32;
        let spread = group.chunk_by(|a, b| a.1 == b.1).count() as f32;
        let rare = ((classes as f32 + 1.0) / (spread + 1.0)).ln().max(0.0) + 1.0;
        keys.push(key);
        weights.push(rare * (1.0 + SHARED * (texts / spread).ln()));
    }
    (keys, weights)
}

/// Scales to unit length, and gives the length that it was; 1 where there is none.
fn unit<'a>(weights: impl Iterator<Item = &'a mut f32>) -> f32 {
    let all: Vec<&mut f32> = weights.collect();
    let length = all.iter().map(|w| **w * **w).sum::<f32>().sqrt();
    if length <= 0.0 {
        return 1.0;
    }
    for w in all {
        *w /= length;
    }
    length
}
