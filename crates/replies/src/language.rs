//! In which language a comment is written, told by its small words.

/// A language that is told apart: its tag, its names, and its most frequent small words.
struct Language {
    tag: &'static str,
    names: &'static [&'static str],
    words: &'static [&'static str],
}

/// Portuguese and French are here so that they are not taken for Spanish.
const LANGUAGES: [Language; 4] = [
    Language {
        tag: "en",
        names: &["english"],
        words: &[
            "the", "and", "to", "of", "is", "in", "you", "my", "i", "for", "was", "it", "your",
            "that", "do", "what", "they", "are", "on", "with", "have", "at", "not", "we", "this",
            "how", "when", "can", "an", "there", "so", "be", "from", "were", "why", "where", "her",
            "his", "all", "just", "need", "don't", "who", "any",
        ],
    },
    Language {
        tag: "es",
        names: &["spanish", "español", "espanol"],
        words: &[
            "de",
            "la",
            "que",
            "el",
            "en",
            "y",
            "los",
            "se",
            "del",
            "las",
            "un",
            "por",
            "con",
            "una",
            "su",
            "para",
            "es",
            "al",
            "lo",
            "como",
            "más",
            "mas",
            "pero",
            "sus",
            "le",
            "mi",
            "qué",
            "está",
            "esta",
            "hay",
            "muy",
            "mis",
            "hola",
            "gracias",
            "usted",
            "ustedes",
            "cuándo",
            "cuando",
            "dónde",
            "donde",
            "cómo",
            "cita",
            "puedo",
            "tiene",
            "tienen",
            "necesito",
            "hora",
            "hijo",
            "hija",
            "favor",
            "nadie",
            "ayuda",
            "estoy",
            "soy",
            "ni",
            "sin",
            "quiero",
            "cuánto",
            "cuanto",
            "horas",
            "llevo",
            "aquí",
            "hablan",
            "español",
            "quisiera",
            "porque",
            "muchas",
            "buenas",
            "buenos",
            "desde",
            "hasta",
            "también",
            "todos",
            "este",
            "esto",
            "eso",
            "fue",
            "pueden",
            "puede",
            "mamá",
            "papá",
            "hoy",
            "nunca",
            "siempre",
            "nos",
            "les",
            "enfermeras",
            "doctor",
            "factura",
            "seguro",
            "ya",
            "alguien",
            "gente",
            "señora",
            "días",
        ],
    },
    Language {
        tag: "pt",
        names: &["portuguese", "português", "portugues"],
        words: &[
            "de", "que", "o", "e", "do", "da", "em", "um", "para", "é", "com", "não", "uma", "os",
            "no", "na", "por", "mais", "dos", "como", "mas", "ao", "você", "vocês", "meu", "minha",
            "muito", "obrigado", "obrigada", "está", "tem", "quando", "onde", "preciso", "olá",
            "às", "são", "foi", "filho", "ajuda",
        ],
    },
    Language {
        tag: "fr",
        names: &["french", "français", "francais"],
        words: &[
            "de", "la", "le", "et", "les", "des", "en", "un", "du", "une", "que", "est", "pour",
            "qui", "dans", "je", "pas", "vous", "nous", "sur", "au", "avec", "mon", "ma", "mes",
            "il", "elle", "ce", "bonjour", "merci", "où", "quand", "très", "ne", "suis", "avez",
            "est-ce", "votre", "besoin", "aide",
        ],
    },
];

/// The tag of a language by its tag or name: `es`, `es-US`, `Spanish`.
pub fn tag(name: &str) -> Option<&'static str> {
    let name = name.trim().to_lowercase();
    let base = name.split(['-', '_']).next().unwrap_or_default();
    let is = |l: &&Language| l.tag == base || l.names.contains(&name.as_str());
    LANGUAGES.iter().find(is).map(|l| l.tag)
}

/// The language of a comment; none when its words do not say.
pub fn detect(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let mut counts = [0u32; LANGUAGES.len()];
    let words = cuecard_text::words(&lower);
    for word in words.iter().take(80) {
        let word = word.text.replace('’', "'");
        for (count, language) in counts.iter_mut().zip(&LANGUAGES) {
            *count += 2 * u32::from(language.words.contains(&word.as_str()));
        }
    }
    for (count, language) in counts.iter_mut().zip(&LANGUAGES) {
        let marks: &[char] = match language.tag {
            "es" => &['¿', '¡', 'ñ'],
            "pt" => &['ã', 'õ'],
            "fr" => &['ê', 'è', 'œ', 'ù'],
            _ => &[],
        };
        *count += 3 * u32::from(lower.contains(marks));
    }
    let best = counts.iter().copied().max().filter(|&n| n >= 3)?;
    let mut winners = counts.iter().zip(&LANGUAGES).filter(|(n, _)| **n == best);
    let winner = winners.next()?;
    // Two that are equally likely say nothing.
    winners.next().is_none().then_some(winner.1.tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_comment_is_told() {
        for (text, want) in [
            ("what are the visiting hours on Sunday?", Some("en")),
            ("Waited 4 hours in your ER and nobody came", Some("en")),
            ("a que hora cierra la farmacia", Some("es")),
            ("muchas gracias enfermeras", Some("es")),
            ("ya nunca hay lugar", Some("es")),
            ("the doctor was sure", Some("en")),
            ("¿Hablan español?", Some("es")),
            ("Necesito una cita para mi hijo", Some("es")),
            ("muchas gracias a las enfermeras", Some("es")),
            (
                "Preciso de ajuda com a minha conta, vocês falam português?",
                Some("pt"),
            ),
            ("Bonjour, où est la pharmacie ? merci", Some("fr")),
            ("lol", None),
            ("🔥🔥🔥", None),
            ("", None),
            ("漢字だけ", None),
        ] {
            assert_eq!(detect(text), want, "{text}");
        }
        for (name, want) in [
            ("es", Some("es")),
            ("es-US", Some("es")),
            ("Spanish", Some("es")),
            ("x", None),
            ("facebook", None),
        ] {
            assert_eq!(tag(name), want, "{name}");
        }
    }
}
