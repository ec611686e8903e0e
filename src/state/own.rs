//! What the reader decides: kept in this browser, applied by the engine.

/// The first line of every decision.
const HEAD: &str = "[[decision]]\n";

/// The reader's own decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Each as text, in the order in which they were made.
    pub decisions: Vec<String>,
    /// Whether they count.
    pub stance: Stance,
    /// What came of the last file or link that was added, for the reader.
    pub news: String,
}

/// Whether the reader's own decisions count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// They are applied after the publisher's.
    Applied,
    /// They are kept, and everything is shown as it was published.
    Aside,
}

/// Something a reader does about decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Makes one more, given as text.
    Decide(String),
    /// Makes several, each given as text: those of a file or a link.
    Add(Vec<String>),
    /// Takes the last one back.
    Undo,
    /// Takes back the one of this place, from 0.
    TakeBack(u32),
    /// Sets all of them aside, or applies them again.
    Switch,
}

impl Deed {
    /// A decision made on a day.
    pub fn decide(said: &str, day: &str) -> Self {
        Self::Decide(format!("{said}when = {}\n", quoted(day)))
    }
}

/// A text as it stands in a decision: on one line, between quotation marks.
pub fn quoted(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control()).collect();
    format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\""))
}

impl Default for Own {
    fn default() -> Self {
        Self {
            decisions: Vec::new(),
            stance: Stance::Applied,
            news: String::new(),
        }
    }
}

impl Own {
    /// The decisions that were kept as [`Own::text`]. No line within a decision begins like one.
    pub fn kept(text: &str, stance: Stance) -> Self {
        let decisions = text
            .split(HEAD)
            .map(str::trim)
            .filter(|said| !said.is_empty());
        Self {
            decisions: decisions.map(|said| format!("{HEAD}{said}\n")).collect(),
            stance,
            news: String::new(),
        }
    }

    /// All of them as one text, fit to stand in `dossier.toml`.
    pub fn text(&self) -> String {
        self.decisions.join("\n")
    }

    /// Those that count, as one text.
    pub fn in_force(&self) -> String {
        match self.stance {
            Stance::Applied => self.text(),
            Stance::Aside => String::new(),
        }
    }

    /// What they are after a deed.
    pub fn after(&self, deed: Deed) -> Self {
        let mut own = self.clone();
        own.news.clear();
        match deed {
            // A key pressed twice decides once.
            Deed::Decide(said) if own.decisions.contains(&said) => {}
            Deed::Decide(said) => {
                own.decisions.push(said);
                own.stance = Stance::Applied;
            }
            Deed::Add(all) => own.add(all),
            Deed::Undo => drop(own.decisions.pop()),
            Deed::TakeBack(place) if (place as usize) < own.decisions.len() => {
                own.decisions.remove(place as usize);
            }
            Deed::TakeBack(_) => {}
            Deed::Switch => {
                own.stance = match own.stance {
                    Stance::Applied => Stance::Aside,
                    Stance::Aside => Stance::Applied,
                }
            }
        }
        own
    }

    /// Makes decisions that are not there yet.
    fn add(&mut self, all: Vec<String>) {
        let (many, before) = (all.len(), self.decisions.len());
        for said in all {
            if !self.decisions.contains(&said) {
                self.decisions.push(said);
            }
        }
        let added = self.decisions.len() - before;
        self.news = match many {
            0 => "No decision stands there; each begins with [[decision]].".to_owned(),
            _ => format!("Added {added} of {many}; the others were there already."),
        };
        if added > 0 {
            self.stance = Stance::Applied;
        }
    }
}

/// The decisions of a file, each as text; what else stands there is passed over.
pub fn decisions_in(file: &str) -> Vec<String> {
    let mut decisions: Vec<String> = Vec::new();
    let mut is_within = false;
    for line in file.lines().map(str::trim_end) {
        if line.trim_start() == HEAD.trim_end() {
            is_within = true;
            decisions.push(HEAD.to_owned());
        } else if line.starts_with('[') {
            is_within = false;
        } else if let Some(decision) = decisions.last_mut().filter(|_| is_within)
            && !line.trim().is_empty()
            && !line.starts_with('#')
        {
            decision.push_str(line);
            decision.push('\n');
        }
    }
    decisions
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decision(name: &str) -> String {
        format!("{HEAD}hide = \"person: {name}\"\n")
    }

    fn after(deeds: &[Deed]) -> Own {
        let none = Own::default();
        deeds.iter().fold(none, |own, deed| own.after(deed.clone()))
    }

    #[test]
    fn what_is_kept_is_had_back() {
        let own = after(&[Deed::Decide(decision("Ada")), Deed::Decide(decision("Bob"))]);
        assert_eq!(Own::kept(&own.text(), own.stance), own);
        assert_eq!(Own::kept("", Stance::Applied), Own::default());
    }

    #[test]
    fn the_last_one_is_taken_back_first() {
        let both = [Deed::Decide(decision("Ada")), Deed::Decide(decision("Bob"))];
        let own = after(&[&both[..], &[Deed::Undo]].concat());
        assert_eq!(own.decisions, [decision("Ada")]);
    }

    #[test]
    fn set_aside_they_are_kept_and_do_not_count() {
        let own = after(&[Deed::Decide(decision("Ada")), Deed::Switch]);
        assert_eq!((own.in_force().as_str(), own.decisions.len()), ("", 1));
        let again = own.after(Deed::Decide(decision("Bob")));
        assert!(
            again.in_force().contains("Ada"),
            "who decides wants to see it"
        );
    }

    #[test]
    fn any_one_is_taken_back() {
        let both = [Deed::Decide(decision("Ada")), Deed::Decide(decision("Bob"))];
        let own = after(&[&both[..], &[Deed::TakeBack(0), Deed::TakeBack(7)]].concat());
        assert_eq!(own.decisions, [decision("Bob")]);
    }

    #[test]
    fn a_file_is_added_to_what_is_there() {
        let file = "title = 'Rain'\r\n\r\n# Two of them.\r\n[[decision]]\r\nhide = \"person: Ada\"\r\n\
                    [documents.a]\nauthor = 'Eve'\n\n[[decision]]\n\nhide = \"person: Bob\"\n# Done.\n";
        let own = after(&[Deed::Decide(decision("Ada")), Deed::Add(decisions_in(file))]);
        assert_eq!(own.decisions, [decision("Ada"), decision("Bob")]);
        assert_eq!(own.news, "Added 1 of 2; the others were there already.");
        let own = own.after(Deed::Add(decisions_in("title = 'Rain'")));
        assert!(own.news.starts_with("No decision stands there"));
        assert_eq!(own.decisions.len(), 2);
    }

    #[test]
    fn a_key_pressed_twice_decides_once() {
        let once = Deed::Decide(decision("Ada"));
        assert_eq!(after(&[once.clone(), once]).decisions.len(), 1);
    }
}
