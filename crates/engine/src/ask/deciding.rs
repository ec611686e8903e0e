//! What a reader decides, and what came in a link, heard.

use serde::{Deserialize, Serialize};

use super::{Answer, Engine};
use crate::complaint::{Complaint, Complaints, MOST_COMPLAINTS, quoted};
use crate::decision::{self, By, Decision};

/// The first line of each of a reader's decisions.
const HEAD: &str = "[[decision]]\n";

/// What became of what was decided.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// What of the reader's own could not be used.
    pub complaints: Vec<Complaint>,
    /// What of the link's could not be used.
    pub sent_complaints: Vec<Complaint>,
    /// The reader's own as a link says them, in order.
    pub briefs: Vec<String>,
    /// The link's as texts that a reader can keep, in order.
    pub sent: Vec<String>,
}

/// Decisions that are not the publisher's.
#[derive(Default)]
pub(super) struct Others {
    /// The link's, then the reader's own.
    decisions: Vec<Decision>,
    /// For each of the reader's own, which of the texts under `[[decision]]` it is, from 0.
    numbers: Vec<u32>,
}

impl Engine {
    /// Applies what a link says and the reader decides from now on.
    pub(super) fn hear_decisions(&mut self, own: &str, sent: &[String]) -> Answer {
        let mut heard = Heard::default();
        let mut others = Others::default();
        others.read_sent(sent, &mut heard);
        let first_own = others.decisions.len();
        others.read_own(own, &mut heard);
        self.decide(&others.decisions);
        self.own_numbers = others.numbers;
        let first_own = self.corpus.decisions.len() + first_own;
        for (place, misfit) in self.ledger.misfits() {
            let decision = &self.ledger.decisions[place];
            let (whose, complaints) = match decision.by {
                By::Sender => ("The link’s", &mut heard.sent_complaints),
                _ if place >= first_own => ("Your", &mut heard.complaints),
                _ => continue,
            };
            if complaints.len() < MOST_COMPLAINTS {
                let remedy = misfit.remedy();
                complaints.push(Complaint::new(format!(
                    "{whose} decision that {decision} does not fit: {misfit}. {remedy}"
                )));
            }
        }
        Answer::Decided(heard)
    }

    /// Which of the reader's own decisions stands at a place of the ledger, from 0.
    pub(super) fn own_number(&self, place: usize) -> Option<u32> {
        let first = self.ledger.decisions.len() - self.own_numbers.len();
        self.own_numbers.get(place.checked_sub(first)?).copied()
    }
}

impl Others {
    fn read_sent(&mut self, sent: &[String], heard: &mut Heard) {
        let mut complaints = Complaints::default();
        for said in sent {
            match decision::parse_brief(said) {
                Ok(decision) => {
                    let kept = Decision {
                        by: By::Reader,
                        ..decision.clone()
                    };
                    heard.sent.push(decision::print(&[kept]));
                    self.decisions.push(decision);
                }
                Err(refused) => complaints.add(|| {
                    let says = &refused.says;
                    let said = quoted(said);
                    Complaint::new(format!("The link decides {said}: {says}; it was left out."))
                }),
            }
        }
        heard.sent_complaints = complaints.finish();
    }

    fn read_own(&mut self, own: &str, heard: &mut Heard) {
        let (decisions, refused) = decision::parse(own);
        let mut complaints = Complaints::default();
        for refusal in &refused {
            complaints.add(|| {
                let line = own[..refusal.byte.min(own.len())].lines().count().max(1);
                let (says, remedy) = (&refusal.says, &refusal.remedy);
                Complaint::new(format!("Your decisions, line {line}: {says}. {remedy}"))
            });
        }
        heard.complaints = complaints.finish();
        let heads: Vec<usize> = own.match_indices(HEAD).map(|(byte, _)| byte).collect();
        for (byte, decision) in decisions {
            heard.briefs.push(decision::brief(&decision));
            let number = heads.partition_point(|&head| head < byte);
            self.numbers.push(number as u32);
            self.decisions.push(Decision {
                by: By::Reader,
                ..decision
            });
        }
    }
}
