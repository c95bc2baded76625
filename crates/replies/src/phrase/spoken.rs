//! Short and slurred forms spelled out, so that "cant", "can't", "can not" and
//! "cannot" are the same words, and "wanna" is "want to".

/// The readings of a word, best first; each is one or more words without
/// apostrophes. `word` is in plain lower-case letters and may hold straight apostrophes.
pub fn readings(word: &str) -> Vec<Vec<String>> {
    if let Some(all) = listed(word) {
        return all
            .iter()
            .map(|r| r.split(' ').map(str::to_owned).collect())
            .collect();
    }
    let Some((base, tail)) = word.split_once('\'') else {
        return vec![vec![word.to_owned()]];
    };
    let joined = word.replace('\'', "");
    let two = |second: &str| vec![vec![base.to_owned(), second.to_owned()]];
    match tail {
        "s" => vec![
            vec![base.to_owned()],
            vec![base.to_owned(), "is".to_owned()],
        ],
        "ll" => two("will"),
        "re" => two("are"),
        "ve" => two("have"),
        "d" => two("would"),
        "m" => two("am"),
        "t" if base.ends_with('n') => match listed(&joined) {
            Some(_) => readings(&joined),
            None => vec![vec![
                base.strip_suffix('n').unwrap_or(base).to_owned(),
                "not".to_owned(),
            ]],
        },
        _ => vec![vec![joined]],
    }
}

/// Forms that no rule gives.
fn listed(word: &str) -> Option<&'static [&'static str]> {
    Some(match word {
        "u" | "ya" | "yall" | "y'all" | "ye" => &["you"],
        "ur" => &["your", "you are"],
        "your" => &["your", "you are"],
        "youre" | "you're" => &["you are", "your"],
        "r" => &["r", "are"],
        "b" => &["b", "be"],
        "n" => &["n", "and"],
        "2" => &["2", "to"],
        "4" => &["4", "for"],
        "too" => &["too", "to"],
        "wanna" | "wana" | "wonna" => &["want to", "want a"],
        "gonna" | "gunna" | "gona" | "gon" | "finna" => &["going to"],
        "gotta" => &["got to"],
        "hafta" => &["have to"],
        "tryna" | "trynna" => &["trying to"],
        "imma" | "ima" | "i'ma" | "imna" | "imgonna" => &["i am going to"],
        "lemme" => &["let me"],
        "gimme" => &["give me"],
        "im" | "i'm" => &["i am"],
        "ive" | "i've" => &["i have"],
        "i'll" => &["i will"],
        "ill" => &["ill", "i will"],
        "i'd" => &["i would"],
        "id" => &["id", "i would"],
        "its" | "it's" => &["it is", "its"],
        "hes" | "he's" => &["he is"],
        "shes" | "she's" => &["she is"],
        "theyre" | "they're" => &["they are"],
        "thats" | "that's" => &["that is"],
        "theres" | "there's" => &["there is"],
        "whats" | "what's" => &["what is"],
        "whos" | "who's" => &["who is"],
        "isnt" => &["is not"],
        "arent" => &["are not"],
        "wasnt" => &["was not"],
        "werent" => &["were not"],
        "dont" | "dnt" => &["do not"],
        "doesnt" => &["does not"],
        "didnt" => &["did not"],
        "cant" | "cannot" | "cnt" => &["can not"],
        "couldnt" => &["could not"],
        "wont" => &["will not"],
        "wouldnt" => &["would not"],
        "shouldnt" => &["should not"],
        "havent" => &["have not"],
        "hasnt" => &["has not"],
        "hadnt" => &["had not"],
        "aint" => &["am not", "is not"],
        "kms" => &["kms", "kill myself"],
        "kys" => &["kys", "kill yourself"],
        "unalive" | "unaliving" => &["unalive", "kill"],
        "unalived" => &["unalived", "killed"],
        "pls" | "plz" | "plez" => &["please"],
        "fkn" | "fking" | "fuckin" | "effing" | "fckin" => &["fucking"],
        "ppl" => &["people"],
        "hosp" => &["hospital"],
        "dr" => &["dr", "doctor"],
        _ => return None,
    })
}

/// Words that may stand inside a phrase without changing it ("want to fucking die").
pub fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "just"
            | "really"
            | "so"
            | "very"
            | "fucking"
            | "freaking"
            | "frigging"
            | "damn"
            | "goddamn"
            | "bloody"
            | "actually"
            | "literally"
            | "honestly"
            | "seriously"
            | "kinda"
            | "basically"
            | "maybe"
            | "please"
            | "all"
            | "even"
            | "ever"
            | "still"
            | "also"
            | "only"
            | "simply"
            | "already"
            | "like"
            | "lol"
            | "um"
            | "uh"
            | "legit"
            | "lowkey"
            | "completely"
            | "the"
            | "a"
            | "there"
            | "here"
    )
}

/// Words that stand for each other before a noun: "bomb the hospital", "bomb this hospital".
pub const POINTERS: [&str; 8] = ["the", "this", "that", "your", "our", "a", "an", "these"];

/// A word without its ending for number and tense, alike for both sides of a
/// comparison. Lighter than a stemmer on purpose: "reporter" must not become "report".
pub fn light(word: &str) -> String {
    match word {
        "dying" | "died" | "dies" => return "die".to_owned(),
        "lying" | "lied" | "lies" => return "lie".to_owned(),
        "suing" | "sued" | "sues" => return "sue".to_owned(),
        // Without their last letter they would be other words: car, cop, not, cut, new, sit.
        "care" | "cares" | "cared" | "caring" => return "care".to_owned(),
        "cope" | "copes" | "coped" | "coping" => return "cope".to_owned(),
        "note" | "notes" | "noted" => return "note".to_owned(),
        "cute" | "news" => return word.to_owned(),
        "site" | "sites" => return "site".to_owned(),
        _ => {}
    }
    if word.len() <= 3 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let spoken = |base: &str| base.len() >= 2 && base.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    if let Some(base) = word.strip_suffix("ing").filter(|b| spoken(b)) {
        return bare(base);
    }
    if let Some(base) = word
        .strip_suffix("ied")
        .or_else(|| word.strip_suffix("ies"))
        && base.len() > 1
    {
        return format!("{base}y");
    }
    if let Some(base) = word.strip_suffix("ed")
        && base.len() > 2
        && spoken(base)
        && !base.ends_with('e')
    {
        return bare(base);
    }
    if let Some(base) = word.strip_suffix('s')
        && !base.ends_with(['s', 'u', 'i'])
    {
        if let Some(short) = base.strip_suffix('e')
            && short.ends_with(['x', 's', 'z', 'h'])
        {
            return bare(short);
        }
        return bare(base);
    }
    bare(word)
}

/// Without a doubled last consonant ("stabb"), or a silent e ("tak", "take").
fn bare(base: &str) -> String {
    let mut back = base.chars().rev();
    let (last, before) = (back.next(), back.next());
    let doubled =
        last.is_some() && last == before && !matches!(last, Some('l' | 's' | 'z' | 'e' | 'o'));
    if doubled || (last == Some('e') && base.len() > 3 && before != Some('e')) {
        let mut out = base.to_owned();
        out.pop();
        return out;
    }
    base.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_spelled_out() {
        for (word, want) in [
            ("can't", "can not"),
            ("cant", "can not"),
            ("cannot", "can not"),
            ("i'm", "i am"),
            ("wanna", "want to"),
            ("gonna", "going to"),
            ("u", "you"),
            ("doctor's", "doctor"),
            ("mustn't", "must not"),
            ("they'll", "they will"),
            ("o'clock", "oclock"),
            ("die", "die"),
        ] {
            assert_eq!(readings(word)[0].join(" "), want, "{word}");
        }
    }

    #[test]
    fn endings_fall_away_alike() {
        for family in [
            &["kill", "kills", "killed", "killing"][..],
            &["die", "died", "dies", "dying"],
            &["take", "takes", "taking"],
            &["stab", "stabs", "stabbed", "stabbing"],
            &["shoot", "shoots", "shooting"],
            &["end", "ended", "ending", "ends"],
            &["bleed", "bleeding", "bleeds"],
            &["overdose", "overdosed", "overdosing"],
            &["lawyer", "lawyers"],
            &["carry", "carried", "carries"],
        ] {
            for word in family {
                assert_eq!(light(word), light(family[0]), "{word}");
            }
        }
        for (a, b) in [
            ("reporter", "report"),
            ("shot", "shoot"),
            ("thing", "the"),
            ("life", "live"),
            ("care", "car"),
            ("caring", "cars"),
            ("coping", "cops"),
            ("notes", "not"),
            ("news", "new"),
            ("cute", "cut"),
            ("site", "sit"),
        ] {
            assert_ne!(light(a), light(b), "{a} {b}");
        }
    }
}
