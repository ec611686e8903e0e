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
    /// Takes the last one back.
    Undo,
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
        match deed {
            // A key pressed twice decides once.
            Deed::Decide(said) if own.decisions.contains(&said) => {}
            Deed::Decide(said) => {
                own.decisions.push(said);
                own.stance = Stance::Applied;
            }
            Deed::Undo => drop(own.decisions.pop()),
            Deed::Switch => {
                own.stance = match own.stance {
                    Stance::Applied => Stance::Aside,
                    Stance::Aside => Stance::Applied,
                }
            }
        }
        own
    }
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
    fn a_key_pressed_twice_decides_once() {
        let once = Deed::Decide(decision("Ada"));
        assert_eq!(after(&[once.clone(), once]).decisions.len(), 1);
    }
}
