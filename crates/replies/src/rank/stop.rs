//! Words that carry no subject. Ranking weighs them down by itself; they are left
//! out where a person is told which words spoke for a protocol.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// Whether a word (plain lower-case letters, no apostrophes) carries no subject;
/// English, and the most common ones of Spanish.
#[must_use]
pub fn is_stop_word(word: &str) -> bool {
    KNOWN.contains(word)
}

static KNOWN: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| WORDS.split(' ').filter(|word| !word.is_empty()).collect());

const WORDS: &str = " a about after again all also am an and any are arent as at be because been \
        before being between both but by can cannot cant could couldnt did didnt do does doesnt doing \
        dont down each even ever every few for from further get gets getting go goes going gonna got had \
        hadnt has hasnt have havent having he her here hers herself hes him himself his how i id if ill \
        im in into is isnt it its itself ive just know let lets like lol make me more most much my \
        myself need no nor not now of off ok on once one only or other our ours out over own please \
        really s said same say she shes should shouldnt so some such t take than thank that thats the \
        their theirs them then there theres these they theyre thing this those through to too u under \
        until up us very want wanna was wasnt we well were werent what whats when where which while who \
        whos why will with wont would wouldnt ya yall yes you your youre yours yourself \
        al como con cual de del donde el ella en es esa ese esta este hay la las le lo los me mi mis muy \
        no nos o para pero por que se si sin su sus te tiene tu un una y yo ";
