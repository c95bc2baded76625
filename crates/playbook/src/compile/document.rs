//! The parser's events as a tree of blocks with byte spans.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::compile::rich::{Mark, Rich};

/// A block of the document.
#[derive(Debug)]
pub struct Block {
    pub span: Range<usize>,
    pub kind: Kind,
}

#[derive(Debug)]
pub enum Kind {
    Heading {
        level: u8,
        id: Option<String>,
        text: Rich,
    },
    Paragraph(Rich),
    List(Vec<Item>),
    Table(Table),
    Quote(Vec<Block>),
    Definitions(Vec<Definition>),
    Code(String),
    /// Raw HTML; a comment says nothing.
    Html {
        comment: bool,
    },
    Rule,
}

/// An item of a list.
#[derive(Debug, Default)]
pub struct Item {
    pub at: usize,
    pub blocks: Vec<Block>,
}

/// A table.
#[derive(Debug, Default)]
pub struct Table {
    pub head: Vec<Rich>,
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Default)]
pub struct Row {
    pub span: Range<usize>,
    pub cells: Vec<Rich>,
}

/// A term with its definitions.
#[derive(Debug, Default)]
pub struct Definition {
    pub term: Rich,
    pub blocks: Vec<Block>,
}

/// Blocks nested deeper than this are read as if they stood at this depth: the
/// tree is freed recursively, and a document of ten thousand `>` must not be able
/// to exhaust the stack.
const DEEPEST: usize = 24;

/// Parses the source from `body` on; spans are bytes of the whole source.
///
/// The front matter is taken off before, not by the parser: the parser would also
/// take two rules (`---`) in the middle of the document for a metadata block.
pub fn parse(source: &str, body: usize) -> Vec<Block> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let text = source.get(body..).unwrap_or("");
    let mut tree = Tree {
        source,
        frames: vec![Frame::Blocks(Vec::new(), 0)],
        inline: None,
        flattened: 0,
        code: None,
    };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        tree.event(event, body + range.start..body + range.end);
    }
    tree.finish()
}

/// An open container.
enum Frame {
    Blocks(Vec<Block>, usize),
    List(Vec<Item>, usize),
    Item(Item),
    Table(Table, usize),
    Row(Row, bool),
    Definitions(Vec<Definition>, usize),
    Definition(Vec<Block>),
}

struct Tree<'s> {
    source: &'s str,
    frames: Vec<Frame>,
    inline: Option<Rich>,
    /// Open containers that were too deep to keep.
    flattened: usize,
    code: Option<String>,
}

impl Tree<'_> {
    fn event(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(t) => match &mut self.code {
                Some(code) => code.push_str(&t),
                None => {
                    let verbatim = self.source.get(span.clone()) == Some(&*t);
                    self.inline(span.start).push(&t, span.start, verbatim);
                }
            },
            Event::Code(t) => {
                let ticks = self
                    .source
                    .get(span.clone())
                    .map_or(0, |s| s.len() - s.trim_start_matches('`').len());
                self.inline(span.start).push_code(&t, span.start + ticks);
            }
            Event::InlineHtml(t) => self.inline_html(&t, span.start),
            Event::SoftBreak => self.inline(span.start).push_break(false, span.start),
            Event::HardBreak => self.inline(span.start).push_break(true, span.start),
            Event::Rule => {
                self.flush(span.start);
                self.add(Block {
                    span,
                    kind: Kind::Rule,
                });
            }
            // Inside an HTML block: its text is not read.
            Event::Html(_) => {}
            Event::InlineMath(t) | Event::DisplayMath(t) | Event::FootnoteReference(t) => {
                self.inline(span.start).push(&t, span.start, false);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Range<usize>) {
        match tag {
            Tag::Emphasis => self.inline(span.start).open(Mark::Emphasis),
            Tag::Strong => self.inline(span.start).open(Mark::Strong),
            Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => {}
            _ => {
                self.flush(span.start);
                self.start_block(tag, span);
            }
        }
    }

    fn start_block(&mut self, tag: Tag<'_>, span: Range<usize>) {
        let frame = match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell | Tag::DefinitionListTitle => {
                self.inline = Some(Rich::starting(span.start));
                return;
            }
            Tag::CodeBlock(_) => {
                self.code = Some(String::new());
                return;
            }
            Tag::HtmlBlock => {
                let comment = self
                    .source
                    .get(span.clone())
                    .is_some_and(|s| s.trim_start().starts_with("<!--"));
                self.add(Block {
                    span,
                    kind: Kind::Html { comment },
                });
                return;
            }
            Tag::Table(_) => Frame::Table(Table::default(), span.start),
            Tag::TableHead => Frame::Row(
                Row {
                    span,
                    cells: Vec::new(),
                },
                true,
            ),
            Tag::TableRow => Frame::Row(
                Row {
                    span,
                    cells: Vec::new(),
                },
                false,
            ),
            _ if self.frames.len() >= DEEPEST || self.flattened > 0 => {
                self.flattened += 1;
                return;
            }
            Tag::List(_) => Frame::List(Vec::new(), span.start),
            Tag::Item => Frame::Item(Item {
                at: span.start,
                blocks: Vec::new(),
            }),
            Tag::DefinitionList => Frame::Definitions(Vec::new(), span.start),
            Tag::DefinitionListDefinition => Frame::Definition(Vec::new()),
            _ => Frame::Blocks(Vec::new(), span.start),
        };
        self.frames.push(frame);
    }

    fn end(&mut self, tag: TagEnd, span: Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong => {
                if let Some(inline) = &mut self.inline {
                    inline.close();
                }
            }
            TagEnd::Link
            | TagEnd::Image
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
            TagEnd::Paragraph => self.flush(span.end),
            TagEnd::Heading(level) => {
                let text = self.inline.take().unwrap_or_default().finish();
                // The id comes with the opening event; it is read from the source
                // instead of being carried along through the inline events.
                let id = self.source.get(span.clone()).and_then(heading_id);
                self.add(Block {
                    span,
                    kind: Kind::Heading {
                        level: number(level),
                        id,
                        text,
                    },
                });
            }
            TagEnd::TableCell => {
                let cell = self.inline.take().unwrap_or_default().finish();
                if let Some(Frame::Row(row, _)) = self.frames.last_mut() {
                    row.cells.push(cell);
                }
            }
            TagEnd::DefinitionListTitle => {
                let term = self.inline.take().unwrap_or_default().finish();
                match self.frames.last_mut() {
                    Some(Frame::Definitions(list, _)) => list.push(Definition {
                        term,
                        blocks: Vec::new(),
                    }),
                    _ => self.add(Block {
                        span,
                        kind: Kind::Paragraph(term),
                    }),
                }
            }
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                self.add(Block {
                    span,
                    kind: Kind::Code(code),
                });
            }
            TagEnd::HtmlBlock => {}
            TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow => self.close(span),
            _ if self.flattened > 0 => {
                self.flush(span.end);
                self.flattened -= 1;
            }
            _ => {
                self.flush(span.end);
                self.close(span);
            }
        }
    }

    /// Closes the innermost container and hangs it into the one around it.
    fn close(&mut self, span: Range<usize>) {
        if self.frames.len() < 2 {
            return;
        }
        let Some(frame) = self.frames.pop() else {
            return;
        };
        match frame {
            Frame::Blocks(blocks, start) => self.add(Block {
                span: start..span.end,
                kind: Kind::Quote(blocks),
            }),
            Frame::List(items, start) => self.add(Block {
                span: start..span.end,
                kind: Kind::List(items),
            }),
            Frame::Table(table, start) => self.add(Block {
                span: start..span.end,
                kind: Kind::Table(table),
            }),
            Frame::Definitions(list, start) => {
                self.add(Block {
                    span: start..span.end,
                    kind: Kind::Definitions(list),
                });
            }
            Frame::Item(item) => match self.frames.last_mut() {
                Some(Frame::List(items, _)) => items.push(item),
                _ => item.blocks.into_iter().for_each(|b| self.add(b)),
            },
            Frame::Row(row, head) => {
                if let Some(Frame::Table(table, _)) = self.frames.last_mut() {
                    if head {
                        table.head = row.cells
                    } else {
                        table.rows.push(row)
                    }
                }
            }
            Frame::Definition(blocks) => {
                if let Some(Frame::Definitions(list, _)) = self.frames.last_mut()
                    && let Some(last) = list.last_mut()
                {
                    last.blocks.extend(blocks);
                }
            }
        }
    }

    /// The inline text being gathered; text of a tight list item has no paragraph
    /// around it and opens one here.
    fn inline(&mut self, start: usize) -> &mut Rich {
        self.inline.get_or_insert_with(|| Rich::starting(start))
    }

    /// Ends the paragraph being gathered, if there is one.
    fn flush(&mut self, end: usize) {
        if let Some(inline) = self.inline.take() {
            let inline = inline.finish();
            let span = inline.all().at()..end;
            self.add(Block {
                span,
                kind: Kind::Paragraph(inline),
            });
        }
    }

    fn add(&mut self, block: Block) {
        match self.frames.last_mut() {
            Some(Frame::Blocks(blocks, _) | Frame::Definition(blocks)) => blocks.push(block),
            Some(Frame::Item(item)) => item.blocks.push(block),
            Some(Frame::List(items, _)) => items.push(Item {
                at: block.span.start,
                blocks: vec![block],
            }),
            Some(Frame::Definitions(list, _)) => {
                if let Some(last) = list.last_mut() {
                    last.blocks.push(block);
                }
            }
            Some(Frame::Table(..) | Frame::Row(..)) | None => {}
        }
    }

    /// `<br>` is a line break; marking tags say nothing; anything else that looks
    /// like a tag is more likely somebody's `<name>` and stays as written.
    fn inline_html(&mut self, tag: &str, at: usize) {
        let name: String = tag
            .trim_start_matches(['<', '/'])
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        match name.as_str() {
            "br" => self.inline(at).push_break(true, at),
            _ if tag.starts_with("<!--") => {}
            "a" | "b" | "i" | "u" | "s" | "em" | "strong" | "span" | "code" | "mark" | "small"
            | "sub" | "sup" | "p" | "div" | "del" | "ins" | "kbd" | "q" | "abbr" | "font" => {}
            _ => self.inline(at).push(tag, at, true),
        }
    }

    fn finish(mut self) -> Vec<Block> {
        let end = self.source.len();
        self.flush(end);
        while self.frames.len() > 1 {
            self.close(end..end);
        }
        match self.frames.pop() {
            Some(Frame::Blocks(blocks, _)) => blocks,
            _ => Vec::new(),
        }
    }
}

/// The id of `{#id}` at the end of a heading.
fn heading_id(heading: &str) -> Option<String> {
    let open = heading.rfind("{#")?;
    let inner = heading.get(open + 2..)?;
    let close = inner.find('}')?;
    let id = inner.get(..close)?.split_whitespace().next()?;
    Some(id.to_owned())
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
