//! Which characters may stand where in a link, by twitter-text 3.1.0.

/// Characters that make a post invalid on X.
pub(crate) fn is_invalid(c: char) -> bool {
    matches!(c, '\u{FFFE}' | '\u{FEFF}' | '\u{FFFF}')
}

/// Marks that only turn the direction of writing.
fn is_directional(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}')
}

/// Spaces and line breaks, as JavaScript's `\s` and twitter-text see them.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{180E}'
}

/// What may stand right before a link. `#hospital.com` and `@hospital.com` are a hashtag and a mention.
pub(crate) fn may_precede(c: char) -> bool {
    !(c.is_ascii_alphanumeric() || matches!(c, '@' | '＠' | '$' | '#' | '＃') || is_invalid(c))
}

/// After one of these, a domain without `http://` is not taken as a link.
pub(crate) fn bars_bare_domain(c: char) -> bool {
    matches!(c, '-' | '_' | '.' | '/')
}

/// A letter of a domain label: everything that is no punctuation, space or control of direction.
pub(crate) fn is_domain(c: char) -> bool {
    let punctuation = c.is_ascii_punctuation() && !matches!(c, '"' | '`');
    !(punctuation || is_space(c) || is_invalid(c) || is_directional(c))
}

/// Latin letters with accents, and accents.
pub(crate) fn is_latin_accent(c: char) -> bool {
    matches!(c, '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{24F}' | '\u{253}' | '\u{254}'
        | '\u{256}' | '\u{257}' | '\u{259}' | '\u{25B}' | '\u{263}' | '\u{268}' | '\u{26F}' | '\u{272}'
        | '\u{289}' | '\u{28B}' | '\u{2BB}' | '\u{300}'..='\u{36F}' | '\u{1E00}'..='\u{1EFF}')
}

/// A letter of the part of a bare domain that becomes the link.
pub(crate) fn is_bare_domain(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || is_latin_accent(c)
}

fn is_path_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{400}'..='\u{4FF}') || is_latin_accent(c)
}

/// May stand in a path.
pub(crate) fn is_path(c: char) -> bool {
    is_path_letter(c)
        || matches!(
            c,
            '!' | '*' | '\'' | ';' | ':' | '=' | '+' | ',' | '.' | '$' | '/' | '%'
        )
        || matches!(c, '#' | '[' | ']' | '-' | '–' | '_' | '~' | '@' | '|' | '&')
}

/// May end a path.
pub(crate) fn ends_path(c: char) -> bool {
    is_path_letter(c) || matches!(c, '+' | '-' | '=' | '_' | '#' | '/')
}

/// May stand in a query.
pub(crate) fn is_query(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(
            c,
            '!' | '?' | '*' | '\'' | '@' | '(' | ')' | ';' | ':' | '&' | '=' | '+'
        )
        || matches!(
            c,
            '$' | '/' | '%' | '#' | '[' | ']' | '-' | '_' | '.' | ',' | '~' | '|'
        )
}

/// May end a query.
pub(crate) fn ends_query(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '&' | '=' | '#' | '/')
}
