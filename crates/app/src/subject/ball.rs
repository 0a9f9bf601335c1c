//! A ball on a function.

use super::basin_filling::Filling;
use super::step_size_dial::Dial;
use crate::playback::pace::Clock;
use crate::state::recomputation::Way;
use downhill_core::Error;
use downhill_core::function::stationary::Search;
use downhill_core::run::abandoned::Ghost;
use downhill_core::run::descent::Descent;
use downhill_core::run::race::{Lanes, Race};
use downhill_core::run::timeline::Timeline;
use downhill_view::function::prediction::Guess;
use downhill_view::function::summary::level_bound;
use downhill_view::function::{pictures, race};
use downhill_view::options::show::Show;
use downhill_view::plots::basin_map::Starts;

/// A ball's descent, its pictures and the search for places to mark in them.
pub struct Ball {
    /// The descent, back and forth.
    pub time: Timeline<Descent>,
    /// Its pictures.
    pub pictures: pictures::Pictures,
    /// The search.
    pub search: Search,
    /// Whether it is not done yet.
    pub searching: bool,
    /// Which minimum each start comes to.
    pub filling: Filling,
    /// The outcome of each step size.
    pub dial: Dial,
    /// The descent that was left for this one.
    pub ghost: Option<Ghost>,
    /// That descent on its way to where it was left, while it is computed again.
    pub(crate) recalled: Option<Way<Descent>>,
    /// The race that takes its place, and what its runs differ in.
    pub race: Option<(Timeline<Race>, Lanes)>,
    /// Where it is guessed to be.
    pub guess: Option<Guess>,
}

impl Ball {
    pub(crate) fn new(descent: Descent) -> Ball {
        let search = Search::new(descent.function(), descent.domain());
        Ball {
            time: Timeline::new(descent),
            pictures: pictures::Pictures::default(),
            search,
            searching: true,
            filling: Filling::default(),
            dial: Dial::default(),
            ghost: None,
            recalled: None,
            race: None,
            guess: None,
        }
    }

    /// The descent as it stands.
    pub fn descent(&self) -> &Descent {
        self.time.now()
    }

    pub(crate) fn leave(&mut self, left: &Descent) {
        self.recalled = None;
        let (experiment, steps) = (left.experiment().clone(), left.snapshot().iteration);
        self.ghost = Some(Ghost { experiment, steps });
        self.pictures.set_ghost(Some(left));
    }

    /// Computes a descent anew and shows it as the one that was left.
    pub(crate) fn recall(&mut self, ghost: &Ghost) -> Result<(), Error> {
        let way = Way::new(Descent::new(&ghost.experiment)?, ghost.steps, "ghost")?;
        if way.work() == 0 {
            self.leave(way.run());
        } else {
            (self.ghost, self.recalled) = (Some(ghost.clone()), Some(way));
        }
        Ok(())
    }

    /// The work that is left of what is computed again.
    pub(crate) fn work_left(&self) -> u64 {
        let own = match &self.race {
            Some((race, _)) => race.work_left(),
            None => self.time.work_left(),
        };
        own.saturating_add(self.recalled.as_ref().map_or(0, Way::work))
    }

    /// Goes on with it by so much work.
    pub(crate) fn go_on(&mut self, work: u64) {
        if self.time.to_go() > 0 {
            self.time.go_on(work);
        } else if let Some((race, _)) = self.race.as_mut().filter(|(race, _)| race.to_go() > 0) {
            race.go_on(work);
        } else if let Some(way) = &mut self.recalled
            && way.go_on(work)
            && let Some(way) = self.recalled.take()
        {
            self.leave(way.run());
        }
    }

    /// Stays with what there is.
    pub(crate) fn stay(&mut self) {
        self.time.stay();
        if let Some((race, _)) = &mut self.race {
            race.stay();
        }
        self.recalled = None;
    }

    /// Begins a race with the settings in force, or ends it.
    pub fn line_up(&mut self, lanes: Option<&Lanes>) -> Result<(), Error> {
        self.race = None;
        if let Some(lanes) = lanes {
            let race = Race::new(self.descent().settings(), lanes)?;
            self.race = Some((Timeline::new(race), lanes.clone()));
        }
        Ok(())
    }

    /// Whether it is a race from many starts, in which no single ball can be dragged.
    pub fn drops_all_over(&self) -> bool {
        self.race.as_ref().is_some_and(|(_, lanes)| *lanes == Lanes::Starts)
    }

    /// Whether where it will be is to be guessed, not where it begins to be chosen.
    pub fn guesses(&self, show: &Show) -> bool {
        show.predict && show.scene.shows("predict") && self.race.is_none()
    }

    /// Whether there is a race in which none is still going.
    pub fn race_is_over(&self) -> bool {
        self.race.as_ref().is_some_and(|(race, _)| race::over(race.now(), &self.pictures))
    }

    /// Goes to the start of another descent. What is in sight is searched anew if it
    /// is not the same.
    pub(crate) fn start(&mut self, descent: Descent) {
        let seen = |of: &Descent| (of.function().clone(), of.domain().to_vec());
        if seen(self.descent()) != seen(&descent) {
            self.search = Search::new(descent.function(), descent.domain());
            self.searching = true;
            self.clear_map();
        }
        self.time = Timeline::new(descent);
        self.pictures.set_ghost(None);
        (self.ghost, self.recalled, self.guess) = (None, None, None);
    }

    /// One frame's share of the search. Whether it has come to its end.
    pub fn look_around(&mut self, clock: Clock) -> bool {
        const MILLISECONDS: f64 = 3.0;
        const EVALUATIONS: u32 = 500;
        let start = clock();
        while self.searching && clock() - start < MILLISECONDS {
            if self.search.advance(EVALUATIONS) {
                self.searching = false;
                return true;
            }
        }
        false
    }

    /// The bound up to which its gradient counts as 0, and it is at rest.
    pub fn level(&self) -> f64 {
        level_bound(&self.pictures)
    }

    /// One frame's share of the outcomes of step sizes, of so many milliseconds.
    pub fn try_step_sizes(&mut self, milliseconds: f64, clock: Clock) {
        let level = self.level();
        self.dial.try_ahead(self.time.now(), level, milliseconds, clock);
    }

    /// Whether the map of starts has to be filled in: it is asked for, the minima are known,
    /// and it is not done for these settings.
    pub fn to_fill(&self, asked: bool) -> bool {
        asked && !self.searching && !self.filling.is_done(self.descent())
    }

    /// One frame's share of the map of starts, of so many milliseconds. Whether there is more
    /// to see.
    pub fn fill(&mut self, milliseconds: f64, clock: Clock) -> bool {
        let first = self.pictures.starts().is_none();
        let (descent, points) = (self.time.now(), self.search.points());
        let shown = self.filling.fill(descent, points, first, milliseconds, clock);
        if let Some(basins) = shown {
            self.pictures.show_starts(Some(Starts::new(basins)));
        }
        shown.is_some()
    }

    /// Takes the map away.
    pub fn clear_map(&mut self) {
        self.filling = Filling::default();
        self.pictures.show_starts(None);
    }
}
