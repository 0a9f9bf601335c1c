//! One figure's state: what it shows, how, and where it is drawn.

use crate::backend::{Backend, STEPS, Tools};
use crate::imported::Imported;
use crate::pace::Pace;
use crate::painting::Painting;
use crate::subject::{self, Ball, Subject};
use downhill_core::experiment::weight;
use downhill_core::run::Status;
use downhill_core::{Error, Experiment, Run, decimal, math};
use downhill_view::ghost::Ghost;
use downhill_view::guess::Guess;
use downhill_view::kept;
use downhill_view::landscape::Upon;
use downhill_view::microscope::{Microscope, Progress, Stage as Inner};
use downhill_view::pen::{Pen, Plot, Point};
use downhill_view::preset::{Preset, Presets};
use downhill_view::probe::{self, Picture, Told};
use downhill_view::record::{Mark, Marks, Recorder};
use downhill_view::scene::{DERIVATIVE, DESCENT, NETWORK, NEURON, Scene};
use downhill_view::show::Show;
use downhill_view::stop::Stop;
use downhill_view::surface::Camera;
use downhill_view::theme::{LIGHT, Theme};
use downhill_view::words::{ENGLISH, Words};
use downhill_view::{View, diagram, features, function, layers, number, plane, side, tell};
use plotters::drawing::IntoDrawingArea;
use std::rc::Rc;
use web_sys::{HtmlCanvasElement, Performance};

/// A canvas that shows a view.
pub struct Stage {
    view: View,
    canvas: HtmlCanvasElement,
    /// Device pixels a CSS pixel.
    ratio: f64,
    /// The text's size in CSS pixels.
    em: f64,
}

impl Stage {
    /// Its width and height in CSS pixels.
    fn size(&self) -> Point {
        let css = |device: u32| f64::from(device) / self.ratio;
        (css(self.canvas.width()), css(self.canvas.height()))
    }
}

/// What was drawn of a view.
pub struct Drawing {
    /// Everything in order, in the backend's steps.
    pub marks: Vec<Mark>,
    /// How many steps make a CSS pixel.
    pub unit: f64,
    /// Where its axes are, if it has any.
    pub plot: Option<Plot>,
}

/// The runs beside the one that an address asks for, as they stand in it.
#[derive(Default)]
struct Others {
    ghost: Option<String>,
    kept: Vec<String>,
}

/// What an address's query asks for, which of it cannot be understood, the query
/// with what its scene adds, and the texts of its ghost and of its kept runs.
fn understand(query: &str) -> (Experiment, Show, Vec<Error>, String, Others) {
    let mut others = Others::default();
    let mut read = |query: &str| {
        let (mut show, mut scene) = (Show::default(), None);
        others = Others::default();
        let (experiment, problems) = Experiment::from_query_with(query, &mut |key, value| {
            // These mean something beside the whole experiment only.
            match key {
                "ghost" => others.ghost = Some(value.to_string()),
                "kept" => others.kept.push(value.to_string()),
                _ => {
                    show.set(key, value)?;
                    scene = scene.or((key == "scene").then_some(show.scene));
                }
            }
            Ok(())
        });
        (experiment, show, problems, scene)
    };
    let (experiment, mut show, problems, named) = read(query);
    let usual = Show::default();
    let of_network = (show.weight, show.second_weight) != (usual.weight, usual.second_weight);
    let beginning = if of_network { &NETWORK } else { &DERIVATIVE };
    let mut scene = named.or(Scene::implied(&experiment)).unwrap_or(beginning);
    if experiment.function.is_some() && !scene.on_function() {
        scene = &DESCENT;
    }
    if !scene.suits(&experiment) {
        let query = format!("{}&{}", scene.query, query.trim_start_matches('?'));
        let (experiment, mut show, mut problems, _) = read(&query);
        if !scene.suits(&experiment) && scene.id == NEURON.id {
            problems.push(not_a_line());
            let (experiment, _) = Experiment::from_query(NEURON.query);
            show.scene = scene;
            return (experiment, show, problems, NEURON.query.to_string(), Others::default());
        }
        show.scene = scene;
        return (experiment, show, problems, query, others);
    }
    show.scene = scene;
    (experiment, show, problems, query.to_string(), others)
}

/// Why an experiment is none for the scene of one neuron.
fn not_a_line() -> Error {
    Error::Inconsistent(
        "The scene Neuron has no hidden layers, and data of one input and one value, such as \
         data=nebulae or data=petals. For other data, go to the scene Network."
            .into(),
    )
}

/// What a change of a control is taken back to.
struct Earlier {
    /// The control.
    key: String,
    experiment: Experiment,
    show: Show,
    iteration: u32,
    ghost: Option<Ghost>,
    imported: Option<Rc<Imported>>,
}

/// The large pictures that take turns while it plays, frame by frame.
const TURNS: [&[View]; 3] =
    [&[View::Map], &[View::Surface, View::Chart], &[View::Boundary, View::Diagram]];

/// The same while a hand turns the surface: it comes twice, evenly.
const TURNS_BY_HAND: [&[View]; 4] = [
    &[View::Map],
    &[View::Surface],
    &[View::Boundary, View::Diagram],
    &[View::Surface, View::Chart],
];

/// For how many frames a hand that rests is thought to turn on.
const RESTING: u32 = 12;

/// How many changes can be taken back.
const EARLIER: usize = 30;

/// From where a function's surface is seen, how it is shown, and what is upon it.
type Stood = (Camera, Show, &'static str, Upon);

/// Everything that one figure holds; two figures share nothing.
pub struct State {
    /// What it shows.
    pub subject: Subject,
    /// How it is shown.
    pub show: Show,
    /// Whether each frame brings a step.
    pub playing: bool,
    /// What the reader's system prefers.
    pub system_theme: &'static Theme,
    /// The language.
    pub words: Words,
    /// The wrong parts of the address that it was made from.
    pub problems: Vec<Error>,
    /// The examples.
    presets: Presets,
    /// The part of an iteration that the frames so far have brought.
    due: f64,
    /// The time of its frames, while they bring as many iterations as they can.
    pub pace: Option<Pace>,
    /// Which of [`TURNS`] was the last.
    turn: usize,
    /// For how many frames more a hand is thought to turn the surface.
    turning: u32,
    /// Whether the small pictures of kept runs come with the network's answers this time.
    small: bool,
    /// What was there before the last changes, the latest at the end.
    earlier: Vec<Earlier>,
    /// The runs that are kept to be compared with the present one.
    pub kept: Vec<Rc<Run>>,
    /// The table that the data come from, if they come from one.
    pub imported: Option<Rc<Imported>>,
    /// That one paints data by hand, if one does, and how many strokes there were.
    pub painting: Option<Painting>,
    pub(crate) strokes: u32,
    /// Which of a step's four parts is at hand, counted from 0. At the last, the ball
    /// has been moved. A network's first part has stages of its own.
    pub progress: Progress,
    /// The run as it was before the move, while that is told.
    before: Option<Box<Run>>,
    /// Whether what is dragged is the secant's second point, not the ball.
    holds_second: bool,
    /// How far to the right of the ball on a weight's curve it is held; none if it is not.
    pub(crate) grip: Option<f64>,
    camera: Camera,
    /// Whether the surface is to be drawn anew, of which the heights are known.
    turned: bool,
    /// Whether more than that is to be drawn with the coming frame.
    behind: bool,
    /// Of which iteration the surface is that was drawn last, and how many frames ago that
    /// was the run's.
    pub surface: (u32, u32),
    /// A function's surface as it was drawn last, as far as it can change without a new search.
    stood: Option<Stood>,
    stages: Vec<Stage>,
    /// Where the axes of what was drawn are.
    plots: Vec<(View, Plot)>,
    tools: Tools,
    laps: Laps,
}

/// How many milliseconds the parts of the last frame took, for measuring.
#[derive(Default)]
pub struct Laps {
    clock: Option<Performance>,
    from: f64,
    /// Step, curve, surface, boundary, draw.
    pub times: [f64; 5],
}

impl Laps {
    /// Begins a frame; the clock stands until it is asked for.
    fn start(&mut self) {
        self.times = [0.0; 5];
        self.from = self.now();
    }

    /// Ends a part.
    fn end(&mut self, part: usize) {
        let now = self.now();
        self.times[part] += now - self.from;
        self.from = now;
    }

    fn now(&self) -> f64 {
        self.clock.as_ref().map_or(0.0, Performance::now)
    }
}

impl State {
    /// A figure at the start of what an address's query asks for. What of it
    /// cannot be understood is left out and kept as a problem.
    pub fn new(query: &str, bitmap: HtmlCanvasElement) -> Result<State, Error> {
        let (mut experiment, show, mut problems, query, others) = understand(query);
        let asked = query.contains("learning_rate=").then_some(experiment.learning_rate);
        subject::complete(&mut experiment);
        experiment.learning_rate = asked.unwrap_or(experiment.learning_rate);
        problems.extend(subject::suit_features(&mut experiment).err());
        let mut subject = Subject::new(&experiment).or_else(|error| {
            // A start or a domain that does not fit the function.
            experiment.start.clear();
            experiment.domain.clear();
            subject::complete(&mut experiment);
            problems.push(error);
            Subject::new(&experiment)
        })?;
        if let Some(text) = others.ghost {
            let recalled = Ghost::parse(&text, subject.experiment());
            problems.extend(recalled.and_then(|ghost| subject.recall(&ghost)).err());
        }
        let mut kept = Vec::new();
        for text in others.kept.iter().take(kept::MOST) {
            match kept::parse(text, subject.experiment()) {
                Ok(run) => kept.push(Rc::new(run)),
                Err(error) => problems.push(error),
            }
        }
        let camera = Camera::of(show.scene);
        let mut state = State {
            subject,
            show,
            playing: false,
            system_theme: &LIGHT,
            words: ENGLISH,
            problems,
            presets: Presets::read(),
            due: 0.0,
            pace: None,
            turn: 0,
            turning: 0,
            small: false,
            earlier: Vec::new(),
            kept,
            progress: Progress::default(),
            before: None,
            imported: None,
            painting: None,
            strokes: 0,
            holds_second: false,
            grip: None,
            camera,
            turned: false,
            behind: false,
            surface: (0, 0),
            stood: None,
            stages: Vec::new(),
            plots: Vec::new(),
            tools: Tools::new(bitmap),
            laps: Laps::default(),
        };
        state.fit();
        if let Err(error) = state.line_up() {
            state.problems.push(error);
        }
        if let Err(error) = state.check_sample(&state.show) {
            state.show.sample = None;
            state.problems.push(error);
        }
        Ok(state)
    }

    /// Whether the coming step has the sample that is to be looked at.
    fn check_sample(&self, show: &Show) -> Result<(), Error> {
        let count = self.subject.run().map_or(0, |run| run.coming().n);
        match show.sample {
            Some(sample) if sample > count && count > 0 => {
                let count = count.to_string();
                Err(Error::Inconsistent(self.words.fill("no_sample", &[("count", &count)])))
            }
            _ => Ok(()),
        }
    }

    fn fit(&mut self) {
        if let Some(run) = self.subject.run() {
            self.show.fit(run.network());
        }
    }

    /// Begins the race that is asked for, if one is; where it cannot be, there is none.
    fn line_up(&mut self) -> Result<(), Error> {
        let asked = self.show.race.clone().filter(|_| self.show.scene.shows("race"));
        let Some(ball) = self.subject.ball() else { return Ok(()) };
        let lined_up = ball.line_up(asked.as_ref());
        if lined_up.is_err() {
            self.show.race = None;
        }
        lined_up
    }

    /// The theme in force.
    pub fn theme(&self) -> &'static Theme {
        self.show.theme.unwrap_or(self.system_theme)
    }

    /// The query that leads back here.
    pub fn query(&self) -> Result<String, Error> {
        let experiment = self.subject.experiment();
        let mut pairs = self.show.pairs(experiment);
        if let Some(ghost) = self.subject.ghost() {
            pairs.push(("ghost", ghost.text(experiment)?));
        }
        if self.subject.run().is_some() {
            let texts = self.kept.iter().filter_map(|run| kept::text(run, experiment));
            pairs.extend(texts.map(|text| ("kept", text)));
        }
        experiment.to_query_with(pairs)
    }

    /// Keeps a network's run as it is, to be compared with others.
    pub fn keep(&mut self) -> Result<(), Error> {
        let Some(run) = self.subject.run() else { return Ok(()) };
        let now = (run.experiment(), run.snapshot().iteration);
        if self.kept.iter().any(|it| (it.experiment(), it.snapshot().iteration) == now) {
            return Ok(());
        }
        if self.kept.len() == kept::MOST {
            return Err(Error::Inconsistent(self.words.get("kept_full").into()));
        }
        self.kept.push(Rc::new(run.clone()));
        Ok(())
    }

    /// Goes to one of the kept runs, where it was kept.
    pub fn open_kept(&mut self, index: usize) -> Result<(), Error> {
        let Some(run) = self.kept.get(index).cloned() else { return Ok(()) };
        self.changing("kept", |state| {
            state.start(run.experiment().clone())?;
            if let Subject::Network(network) = &mut state.subject {
                network.time.advance(run.snapshot().iteration);
            }
            Ok(())
        })
    }

    /// Goes to the kept run whose small picture is under a point.
    pub fn pick_kept(&mut self, at: Point) -> Result<(), Error> {
        let stage = self.stage(View::Kept);
        let found = stage.and_then(|it| side::pick(self.kept.len() + 1, it.size(), it.em, at));
        match found.and_then(|index| index.checked_sub(1)) {
            Some(index) => self.open_kept(index),
            None => Ok(()),
        }
    }

    /// Forgets one of the kept runs.
    pub fn drop_kept(&mut self, index: usize) {
        if index < self.kept.len() {
            self.kept.remove(index);
        }
    }

    /// What one frame brings: steps if it plays, a part of the search for places to
    /// mark. Whether there is something new to see.
    pub fn frame(&mut self) -> bool {
        self.laps.start();
        let moved = match self.playing && self.show.iterations_per_frame.is_infinite() {
            true => self.fill_frame(),
            false => self.playing && self.advance(),
        };
        self.pace = self.pace.take().filter(|_| self.playing);
        let found = self.subject.searching().is_some_and(Ball::look_around);
        // A network's pictures take turns also in frames without a step.
        let turn = self.playing && self.takes_turns() && self.subject.run().is_some();
        let playing = moved || found || turn;
        // What a change by hand or more of the map of starts asks for comes first, in a frame
        // of its own; the next frame is for the rest.
        let behind = self.behind;
        let late = behind && !self.turned && !playing;
        let [filling, trying] = if behind { [2.0, 0.0] } else { [4.0, 3.0] };
        let filled = !late && self.filling().is_some_and(|ball| ball.fill(filling));
        let tried = self.trying().map(|ball| ball.try_ahead(trying)).is_some();
        let refined = !self.playing && self.subject.coarse() && self.subject.refine(&self.show);
        self.laps.end(0);
        self.behind |= filled;
        let charted = self.charting();
        if playing {
            self.draw_frame(moved || found);
        } else if refined {
            // It is there in this frame only: what follows can wait.
            self.paint(View::Map);
            self.paint(View::Surface);
        } else if charted {
            self.draw_views(|view| view == View::Chart);
        } else if self.turned {
            // One of the large pictures is enough for one frame.
            self.turned = self.surface_differs();
            self.draw_turned();
        } else if late {
            self.behind = false;
            self.draw_views(|view| view != View::Surface);
            self.turned = true;
        }
        playing || behind || filled || tried || charted || refined
    }

    /// Whether the surface would not look as it was drawn last: what hardly changes a
    /// function's pictures, such as another step size, leaves it as it is.
    fn surface_differs(&self) -> bool {
        self.stood.is_none() || self.stood != self.stands()
    }

    fn stands(&self) -> Option<Stood> {
        let Subject::Ball(ball) = &self.subject else { return None };
        Some((self.camera, self.show.clone(), self.theme().id, ball.pictures.land.upon()))
    }

    /// Whether the chart that is shown gets more complete with each frame.
    fn charting(&self) -> bool {
        let shown = self.stages.iter().any(|stage| stage.view == View::Chart);
        match &self.subject {
            Subject::Network(it) if shown => {
                it.pictures.charts.unfinished(it.run(), self.show.chart)
            }
            _ => false,
        }
    }

    /// Whether steps come so fast that not everything is drawn in each frame.
    fn takes_turns(&self) -> bool {
        self.show.iterations_per_frame * TURNS.len() as f64 >= 1.0
    }

    /// The ball whose step sizes are to be tried.
    fn trying(&mut self) -> Option<&mut Ball> {
        self.subject.ball().filter(|ball| ball.to_try())
    }

    /// The ball whose map of starts is to be filled in.
    fn filling(&mut self) -> Option<&mut Ball> {
        let asked = self.show.basins;
        self.subject.ball().filter(|ball| ball.to_fill(asked))
    }

    /// Whether there is one.
    pub fn is_filling(&self) -> bool {
        matches!(&self.subject, Subject::Ball(ball) if ball.to_fill(self.show.basins))
    }

    /// Whether the next frame is needed.
    pub fn busy(&mut self) -> bool {
        self.playing
            || self.behind
            || self.charting()
            || self.turned
            || self.subject.searching().is_some()
            || self.is_filling()
            || self.trying().is_some()
            || self.subject.coarse()
    }

    /// The steps of one frame: below one iteration per frame, none in most
    /// frames. Whether there was one.
    fn advance(&mut self) -> bool {
        self.due += self.show.iterations_per_frame;
        // Ten tenths are a little less than one.
        let count = (self.due + 1e-9).floor();
        self.due -= count;
        self.step(count as u32);
        count > 0.0
    }

    /// The steps of a frame that brings as many as it has time for.
    fn fill_frame(&mut self) -> bool {
        let mut pace = self.pace.take().unwrap_or_else(Pace::new);
        let made = pace.fill(|count| {
            let before = self.subject.iteration();
            match &mut self.subject {
                // What came before has ended it.
                _ if !self.playing => {}
                // No rule asks for every loss on the way.
                Subject::Network(network) if self.show.rules.is_empty() => {
                    self.progress = Progress::default();
                    self.playing = network.time.advance(count);
                }
                _ => self.step(count),
            }
            self.subject.iteration() - before
        });
        self.pace = Some(pace);
        made > 0
    }

    /// Ends a frame, its page written.
    pub fn end_frame(&mut self) {
        if let Some(pace) = &mut self.pace {
            pace.end();
        }
    }

    /// This many updates, or as many as are finite; then it stops.
    pub fn step(&mut self, count: u32) {
        self.progress = Progress::default();
        let goes_on = |state: &mut State| state.stop().is_none() && state.subject.step();
        let by_hand = |state: &mut State| state.subject.step();
        if !(0..count).all(|_| if self.playing { goes_on(self) } else { by_hand(self) }) {
            self.playing = false;
        }
        if self.stop().is_some() {
            self.playing = false;
        }
    }

    /// Why it stops by itself where it is, if it does.
    pub fn stop(&self) -> Option<Stop> {
        if self.subject.status() != Status::Running {
            return Some(Stop::Diverged);
        }
        let many = self.show.rules.iterations;
        match &self.subject {
            Subject::Ball(ball) if ball.race_is_over() => Some(Stop::Level),
            Subject::Network(network) => self.show.rules.stop(network.run().snapshot()),
            // With no number of steps to make, it goes on until it is told.
            _ if many == 0 => None,
            Subject::Ball(ball)
                if ball.race.is_none() && tell::level(ball.descent(), &ball.pictures) =>
            {
                Some(Stop::Level)
            }
            subject => (subject.iteration() >= many).then_some(Stop::Enough),
        }
    }

    /// Whether what could not go on might with smaller steps.
    pub fn can_halve(&self) -> bool {
        let flew = match &self.subject {
            Subject::Network(_) => true,
            Subject::Ball(ball) => tell::stopped_by_a_step(ball.descent()),
        };
        flew && self.subject.status() != Status::Running
    }

    /// Goes back to before the loss began to rise, or to where the step size was changed if
    /// that was later, and goes on from there with half the step size.
    pub fn halve(&mut self) -> Result<(), Error> {
        if !self.can_halve() {
            return Ok(());
        }
        let changed = self.subject.experiment().edits.iter().rev();
        let changed = changed.map(|edit| edit.iteration).find(|at| *at <= self.subject.iteration());
        let rose = self.subject.rose().map_or(0, |rose| rose - 1);
        let half = decimal::shortest(self.subject.settings().learning_rate / 2.0);
        // Each time is a change of its own.
        self.changing(&half, |state| {
            state.seek(rose.max(changed.unwrap_or(0)));
            state.subject.edit("learning_rate", &half)
        })
    }

    /// Carries out the next of a step's four parts, or of the first one's stages, and
    /// pauses.
    pub fn next_part(&mut self) {
        self.playing = false;
        let run = self.subject.run().filter(|_| self.show.scene.id == NETWORK.id);
        let stages = run.map_or(0, |run| Inner::count(run.network()));
        match self.progress.part {
            0 if self.progress.begun < stages => self.progress.begun += 1,
            2 => {
                self.before = run.cloned().map(Box::new);
                match self.subject.step() {
                    true => self.progress.part = 3,
                    false => self.progress = Progress::default(),
                }
            }
            0 | 1 => self.progress.part += 1,
            _ => self.progress = Progress::default(),
        }
    }

    /// Brings what the microscope shows up to date.
    fn look_closely(&mut self) {
        if self.progress.part < 3 {
            self.before = None;
        }
        let Subject::Network(it) = &mut self.subject else { return };
        it.pictures.kept.clone_from(&self.kept);
        let run = self.before.as_deref().unwrap_or(it.time.now());
        let seen = self.show.scene.id == NETWORK.id;
        let closer = || Microscope::new(run, &self.show, self.progress);
        it.pictures.microscope = if seen { closer() } else { None };
    }

    /// The run that the microscope shows: as it was before a move that is told.
    pub fn under_microscope(&self) -> Option<&Run> {
        self.before.as_deref().or(self.subject.run())
    }

    /// Goes to the state after so many updates, and pauses.
    pub fn seek(&mut self, iteration: u32) {
        (self.playing, self.progress) = (false, Progress::default());
        self.subject.seek(iteration);
    }

    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        !self.earlier.is_empty()
    }

    /// Takes back the last change of a control and goes to where it was made.
    pub fn undo(&mut self) -> Result<(), Error> {
        let Some(Earlier { experiment, show, iteration, ghost, imported, .. }) = self.earlier.pop()
        else {
            return Ok(());
        };
        self.show = show;
        self.start(experiment)?;
        self.imported = imported;
        if let Some(ghost) = ghost {
            self.subject.recall(&ghost)?;
        }
        // It has been there: each of these steps can be made.
        while self.subject.iteration() < iteration && self.subject.step() {}
        Ok(())
    }

    /// Makes a change of a control that can be taken back. Changes of the same control
    /// without a step in between are one: a drag has many.
    pub(crate) fn changing(
        &mut self,
        key: &str,
        change: impl FnOnce(&mut State) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let before = self.here(key);
        change(self)?;
        self.remember(before);
        Ok(())
    }

    fn here(&self, key: &str) -> Earlier {
        Earlier {
            key: key.to_string(),
            experiment: self.subject.experiment().clone(),
            show: self.show.clone(),
            iteration: self.subject.iteration(),
            ghost: self.subject.ghost().cloned(),
            imported: self.imported.clone(),
        }
    }

    /// Keeps what was there before a change, if it is one.
    fn remember(&mut self, before: Earlier) {
        let goes_on_here = *self.subject.experiment() == before.experiment;
        if !goes_on_here {
            self.progress = Progress::default();
        }
        let same = goes_on_here && self.show == before.show;
        let goes_on = self.earlier.last().is_some_and(|last| {
            last.key == before.key && (last.iteration == before.iteration || before.iteration == 0)
        });
        if !same && !goes_on {
            self.earlier.push(before);
            let many = self.earlier.len().saturating_sub(EARLIER);
            self.earlier.drain(..many);
        }
    }

    /// Back to the same start, with the same edits to come.
    pub fn reset(&mut self) -> Result<(), Error> {
        self.start(self.subject.experiment().clone())
    }

    /// Sets a key of the experiment or of how it is shown. A key that cannot
    /// change while a run goes on begins a new run with the settings now in force.
    pub fn set(&mut self, key: &str, value: &str) -> Result<(), Error> {
        if key == "weight_value" {
            return self.set(&self.selected_key(), value);
        }
        self.changing(key, |state| state.set_key(key, value))
    }

    /// Shows an example in the network's scene.
    fn set_example(&mut self, id: &str) -> Result<(), Error> {
        let Some(preset) = Preset::from_id(id) else { return Ok(()) };
        let (theme, usual) = (self.show.theme, Show::default());
        let mut show = Show { theme, scene: &NETWORK, ..usual };
        let (experiment, _) =
            Experiment::from_query_with(preset.query, &mut |key, value| show.set(key, value));
        self.show = show;
        self.start(experiment)
    }

    /// The example that is shown, if it is one.
    pub fn preset(&self) -> Option<&'static Preset> {
        let network = self.show.scene.id == NETWORK.id;
        network.then(|| self.presets.of(self.subject.experiment())).flatten()
    }

    /// Gives the network one of the offered features more, or one less.
    pub fn toggle_feature(&mut self, formula: &str) -> Result<(), Error> {
        let Some(run) = self.subject.run() else { return Ok(()) };
        let none = || Error::Inconsistent(self.words.get("feature_last").into());
        let text = features::toggled(run, formula).ok_or_else(none)?;
        // Each of them is a change of its own.
        self.changing(formula, |state| state.set_key("features", &text))
    }

    fn set_key(&mut self, key: &str, value: &str) -> Result<(), Error> {
        if key == "example" {
            return self.set_example(value);
        }
        if key != "scene" && Show::KEYS.contains(&key) {
            let mut show = self.show.clone();
            show.set(key, value)?;
            self.check_sample(&show)?;
            self.show = show;
            if let (false, Some(ball)) = (self.show.basins, self.subject.ball()) {
                ball.clear_map();
            }
            self.fit();
            if key == "race" {
                let mut experiment = self.subject.settings().clone();
                experiment.edits.clear();
                return self.start(experiment);
            }
            return Ok(());
        }
        if key == "function" {
            return self.set_function(value);
        }
        if key == "scene" {
            return self.set_scene(value);
        }
        if key == "optimizer" {
            return self.set_optimizer(value);
        }
        if key == "freeze" {
            return self.freeze(value == "true");
        }
        match self.subject.edit(key, value) {
            Err(Error::NeedsNewStart(_)) => {
                let mut experiment = self.anew();
                experiment.set(key, value)?;
                // With other weights at the start, none of them is set by hand; in another
                // network, none is held.
                let network = ["layers", "features", "data", "target"].contains(&key);
                if network {
                    experiment.frozen.clear();
                }
                if network || ["seed", "initialization"].contains(&key) {
                    experiment.edits.clear();
                }
                if key == "domain" {
                    subject::keep_in_sight(&mut experiment);
                }
                if key == "data" {
                    experiment.target = None;
                }
                if self.show.scene.id == NEURON.id && !NEURON.suits(&experiment) {
                    return Err(not_a_line());
                }
                if key == "data" || key == "target" {
                    experiment.domain.clear();
                    subject::suit_data(&mut experiment, self.subject.settings(), self.show.scene);
                }
                self.start(experiment)?;
                if key == "data" {
                    self.imported = None;
                }
                Ok(())
            }
            other => {
                if other.is_ok() && weight(key).is_some() {
                    self.playing = false;
                }
                other
            }
        }
    }

    /// The settings in force, for a run that begins with the same weights: those that were
    /// set by hand at the start, too.
    fn anew(&self) -> Experiment {
        let edits = self.subject.experiment().edits.iter();
        let first = edits.filter(|edit| edit.iteration == 0 && weight(&edit.key).is_some());
        Experiment { edits: first.cloned().collect(), ..self.subject.settings().clone() }
    }

    /// Another optimizer, with settings and a usual learning rate of its own. Who has gone
    /// back goes on from there with it; otherwise it begins anew.
    fn set_optimizer(&mut self, id: &str) -> Result<(), Error> {
        let mut experiment = self.anew();
        experiment.set("optimizer", id)?;
        experiment.hyperparameters.clear();
        experiment.learning_rate = match Experiment::default() {
            usual if usual.optimizer == experiment.optimizer => usual.learning_rate,
            _ => experiment.optimizer.learning_rate,
        };
        subject::set_rate(&mut experiment);
        let iteration = self.subject.iteration();
        if iteration == 0 || iteration == self.subject.furthest() {
            return self.start(experiment);
        }
        match self.subject.edit("optimizer", id) {
            Err(Error::NeedsNewStart(_)) => self.start(experiment),
            Err(other) => Err(other),
            Ok(()) => {
                let rate = decimal::shortest(experiment.learning_rate);
                self.subject.edit("learning_rate", &rate)
            }
        }
    }

    /// Shows another function, by its name or its formula, from its usual start; with
    /// no text, the network.
    fn set_function(&mut self, text: &str) -> Result<(), Error> {
        let settings = self.subject.settings();
        let mut experiment = match (settings.function.is_some(), text.is_empty()) {
            (true, false) => Experiment { edits: Vec::new(), ..settings.clone() },
            (false, true) => return Ok(()),
            _ => Experiment::default(),
        };
        let before = experiment.function.clone();
        experiment.set("function", text)?;
        if experiment.function != before {
            let usual = Experiment::default();
            (experiment.start, experiment.domain) = (usual.start, usual.domain);
            experiment.condition_number = usual.condition_number;
        }
        subject::complete(&mut experiment);
        self.start(experiment)
    }

    /// Shows a scene with the experiment that it begins with.
    fn set_scene(&mut self, id: &str) -> Result<(), Error> {
        let usual = Show::default();
        let mut show = Show {
            secant: usual.secant,
            rules: usual.rules,
            race: None,
            sample: None,
            ..self.show.clone()
        };
        show.set("scene", id)?;
        let scene = show.scene;
        let (experiment, _) =
            Experiment::from_query_with(scene.query, &mut |key, value| show.set(key, value));
        self.show = show;
        self.camera = Camera::of(scene);
        self.start(experiment)
    }

    /// Takes hold of what is to be dragged: the secant's second point if the pointer is
    /// near it and not nearer to the ball, otherwise the ball. Whether there is one: that on
    /// a weight's curve only if the pointer is near it.
    pub fn grab(&mut self, view: View, at: Point) -> bool {
        if self.ball().is_none() {
            return view == View::Curve && self.grab_weight(at);
        }
        let (plot, em) = (self.plot(view), self.em(view).unwrap_or(0.0));
        self.holds_second = false;
        if let (Some(plot), Subject::Ball(ball), View::Curve) = (plot, &self.subject, view) {
            let profile = &ball.pictures.profile;
            let Some(second) = profile.secant else { return true };
            let apart = |run: f64, rise: f64| {
                let (x, y) = plot.at(profile.ball.x + run, profile.ball.height + rise);
                (x - at.0).hypot(y - at.1)
            };
            let far = apart(second.run, second.rise);
            self.holds_second = far < 1.5 * em && far <= apart(0.0, 0.0);
        }
        true
    }

    /// Puts the ball at a point of one of a function's pictures, in CSS pixels, and
    /// begins there; that on a weight's curve goes on from there. A point beside the axes
    /// counts as the nearest on them.
    pub fn place_ball(&mut self, view: View, at: Point) -> Result<(), Error> {
        if let Some(grip) = self.grip {
            return self.drag_weight(at, grip);
        }
        let plot = self.plot(view);
        let (Some(plot), Some(ball)) = (plot, self.ball()) else { return Ok(()) };
        let values = plot.values_at(at);
        if self.holds_second {
            return self.move_second(values.0);
        }
        let windows = ball.into_iter().map(|(_, window)| window);
        let (across, up) = plot.per_unit();
        self.start_at(windows.zip([values.0, values.1]), [1.0 / across, 1.0 / up])
    }

    /// Where the axes of a view are, if it has been drawn and has any.
    pub(crate) fn plot(&self, view: View) -> Option<Plot> {
        self.plots.iter().find(|(of, _)| *of == view).map(|(_, plot)| *plot)
    }

    /// The canvas of a view, if it has one.
    fn stage(&self, view: View) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.view == view)
    }

    /// The size of a view's text in CSS pixels, if it has a canvas.
    pub(crate) fn em(&self, view: View) -> Option<f64> {
        self.stage(view).map(|stage| stage.em)
    }

    /// Where the ball is on its sliders: the place, how many there are, and the number.
    pub fn ball_places(&self) -> Vec<(usize, usize, String)> {
        let place = |(at, (low, high)): (f64, (f64, f64))| {
            let places = |up: f64| (up / function::grain((low, high))).round().max(0.0) as usize;
            (places(at - low), places(high - low) + 1, number::significant(at, 5))
        };
        self.ball().into_iter().flatten().map(place).collect()
    }

    /// Moves the ball to a place of one of its sliders, and begins there.
    pub fn slide_ball(&mut self, axis: usize, place: usize) -> Result<(), Error> {
        let at = self.ball().into_iter().flatten().enumerate();
        let moved: Vec<_> = at
            .map(|(index, (at, window))| match index == axis {
                true => (window, window.0 + place as f64 * function::grain(window)),
                false => (window, at),
            })
            .collect();
        self.start_at(moved.into_iter(), [0.0; 2])
    }

    /// Where the ball is that one may put elsewhere, and in which room: a function's, or
    /// the one neuron's weight and bias. None where balls are dropped all over.
    fn ball(&self) -> Option<Vec<(f64, (f64, f64))>> {
        match &self.subject {
            Subject::Ball(ball) => {
                let here = &ball.descent().snapshot().x;
                let guess = ball.guess.as_ref().filter(|_| ball.guesses(&self.show));
                let at = guess.map_or(here, |guess| &guess.at).clone();
                let windows = ball.descent().domain().iter().copied();
                (!ball.drops_all_over()).then(|| at.into_iter().zip(windows).collect())
            }
            Subject::Network(it) if self.show.scene.id == NEURON.id => {
                let (x, y) = plane::window_of(it.run(), (0, 1));
                let at = it.run().snapshot().parameters.iter().copied();
                Some(at.zip([x, y]).collect())
            }
            Subject::Network(_) => None,
        }
    }

    /// Brings the secant's second point to a place on the axis, to the right of the ball.
    /// Where the two can no longer be told apart, it is gone, and the tangent is left.
    fn move_second(&mut self, to: f64) -> Result<(), Error> {
        let Subject::Ball(ball) = &self.subject else { return Ok(()) };
        let window = ball.descent().domain()[0];
        let run = function::on_grain(to - ball.descent().snapshot().x[0], window);
        let close = 0.005 * (window.1 - window.0);
        let run = if run < close { 0.0 } else { run.min(window.1 - window.0) };
        self.set("secant", &decimal::shortest(run))
    }

    /// Shows less of a function, around a point of a view, or more of it; the start stays in
    /// sight, and the run is where it was.
    pub fn zoom(&mut self, view: View, at: Point, closer: bool) -> Result<(), Error> {
        let plot = self.plot(view);
        let Subject::Ball(ball) = &self.subject else { return Ok(()) };
        let mut experiment = self.subject.experiment().clone();
        let (here, windows) = (&ball.descent().snapshot().x, ball.descent().domain());
        let nearest = |(x, (low, high)): (&f64, &(f64, f64))| math::clamp(*x, *low, *high);
        let middle = match plot.map(|plot| plot.values_at(at)) {
            Some((x, y)) => vec![x, y],
            None => here.iter().zip(windows).map(nearest).collect(),
        };
        let factor = if closer { 0.8 } else { 1.25 };
        let mut ends = Vec::new();
        let balls = here.iter().zip(&experiment.start);
        for ((middle, (low, high)), (here, start)) in middle.iter().zip(windows).zip(balls) {
            let window = (middle + (low - middle) * factor, middle + (high - middle) * factor);
            let round = |end: f64| decimal::shortest(function::on_grain(end, window));
            // A ball that has left the picture stays out; another is not lost.
            let here = math::clamp(*here, *low, *high);
            ends.push(round(window.0.min(*start).min(here)));
            ends.push(round(window.1.max(*start).max(here)));
        }
        experiment.set("domain", &ends.join(","))?;
        let (iteration, furthest) = (self.subject.iteration(), self.subject.furthest());
        self.changing("domain", |state| {
            state.start(experiment)?;
            state.step(furthest);
            state.seek(iteration);
            Ok(())
        })
    }

    /// Moves the ball by so many round numbers in each direction, and begins there.
    pub fn move_ball(&mut self, places: [f64; 2]) -> Result<(), Error> {
        let Some(at) = self.ball() else { return Ok(()) };
        let moved = at.into_iter().zip(places);
        let moved = moved.map(|((x, window), by)| (window, x + by * function::grain(window)));
        self.start_at(moved, [0.0; 2])
    }

    /// Puts the ball at the round numbers next to these, none of them finer than `pixels`.
    fn start_at(
        &mut self,
        places: impl Iterator<Item = ((f64, f64), f64)>,
        pixels: [f64; 2],
    ) -> Result<(), Error> {
        let inside = |(((low, high), value), pixel): (((f64, f64), f64), f64)| {
            function::on_pixel(math::clamp(value, low, high), (low, high), pixel)
        };
        let at: Vec<f64> = places.zip(pixels).map(inside).collect();
        let iteration = self.subject.iteration();
        if let Some(ball) = self.subject.ball().filter(|ball| ball.guesses(&self.show)) {
            self.playing = false;
            ball.guess = Some(Guess { at, iteration });
            return Ok(());
        }
        let mut experiment = self.subject.settings().clone();
        experiment.edits.clear();
        experiment.start = at;
        self.changing("start", |state| state.start(experiment))
    }

    /// Another start: the next seed, with the settings now in force.
    pub fn new_start(&mut self) -> Result<(), Error> {
        let seed = self.subject.experiment().seed.wrapping_add(1);
        self.set("seed", &seed.to_string())
    }

    /// Takes back one of the recorded edits and starts over.
    pub fn remove_edit(&mut self, index: usize) -> Result<(), Error> {
        let mut experiment = self.subject.experiment().clone();
        if index < experiment.edits.len() {
            experiment.edits.remove(index);
        }
        self.changing("edits", |state| state.start(experiment))
    }

    pub(crate) fn start(&mut self, experiment: Experiment) -> Result<(), Error> {
        self.subject.start(&experiment)?;
        (self.due, self.progress) = (0.0, Progress::default());
        if !self.show.scene.suits(&experiment) {
            self.show.scene = Scene::implied(&experiment).unwrap_or(&NETWORK);
        }
        self.fit();
        self.playing = false;
        self.follow_data();
        self.line_up()
    }

    /// Turns the surface by these angles in radians; back to the first view if none.
    pub fn turn(&mut self, angles: Option<(f64, f64)>) {
        self.camera = match angles {
            Some((yaw, pitch)) => self.camera.turned(yaw, pitch),
            None => Camera::of(self.show.scene),
        };
        self.turned = true;
        self.turning = RESTING;
        // While it plays, the coming frame draws what several moves of a hand came to.
        if !self.playing {
            self.draw_turned();
        }
    }

    /// Gives a view its canvas and that its size: CSS pixels, device pixels a
    /// CSS pixel, and the text's size. A canvas without room is not drawn on.
    pub fn place(
        &mut self,
        view: View,
        canvas: HtmlCanvasElement,
        (width, height): (f64, f64),
        ratio: f64,
        em: f64,
    ) {
        self.stages.retain(|stage| stage.view != view);
        let device = |length: f64| (length * ratio).round().clamp(0.0, 8192.0) as u32;
        let (width, height) = (device(width), device(height));
        if width == 0 || height == 0 {
            return;
        }
        if (canvas.width(), canvas.height()) != (width, height) {
            canvas.set_width(width);
            canvas.set_height(height);
        }
        self.stages.push(Stage { view, canvas, ratio, em });
    }

    /// Draws all views that have a canvas.
    pub fn draw(&mut self) {
        (self.turn, self.behind) = (0, false);
        self.subject.forget();
        self.draw_views(|_| true);
    }

    /// Shows what a change made by hand has changed: at once, or, while the map of starts
    /// is filled in, with the coming frames, so that the hand need not wait for a picture
    /// that the next frame draws over. Whether it is shown.
    pub fn draw_change(&mut self) -> bool {
        self.behind = self.is_filling();
        if !self.behind {
            self.draw();
        }
        !self.behind
    }

    /// Draws what a frame shows while it plays. Map, surface, boundary, diagram and chart take
    /// turns: each is drawn every third frame, or a frame would take too long; while a hand
    /// turns the surface, that is drawn every other, and the rest every fourth. Where steps
    /// are far apart, and where it stops, all show the same.
    fn draw_frame(&mut self, moved: bool) {
        if !self.playing || !self.takes_turns() {
            return self.draw();
        }
        let turns = if self.turning > 0 { &TURNS_BY_HAND[..] } else { &TURNS };
        self.turning = self.turning.saturating_sub(1);
        self.turn = (self.turn + 1) % turns.len();
        let now = turns[self.turn];
        self.surface.1 += 1;
        self.subject.frame(&self.show, (turns.len() - self.turn) % turns.len() + 1);
        self.laps.end(2);
        // Of the small pictures, one changes: every other turn is enough for it.
        self.small ^= now.contains(&View::Boundary);
        let small = self.small && now.contains(&View::Boundary);
        self.draw_views(|view| match view {
            View::Surface => false,
            View::Map | View::Chart | View::Boundary | View::Diagram => now.contains(&view),
            View::Kept => small,
            _ => moved,
        });
        // It stands on the heights that were computed for the map, a frame ago or two.
        if now.contains(&View::Surface) {
            self.paint(View::Surface);
        }
        self.laps.end(4);
    }

    /// The views that have a canvas.
    fn staged(&self, wanted: impl Fn(View) -> bool) -> Vec<View> {
        self.stages.iter().map(|stage| stage.view).filter(|view| wanted(*view)).collect()
    }

    /// Computes what these views show.
    fn update_views(&mut self, views: &[View]) {
        self.look_closely();
        self.show_painting();
        let groups = [
            &[View::Curve, View::Derivative, View::Heights][..],
            &[View::Map, View::Surface],
            &[View::Boundary, View::Diagram, View::Chart, View::Kept],
        ];
        for (part, group) in (1..).zip(groups) {
            let views: Vec<View> =
                group.iter().copied().filter(|view| views.contains(view)).collect();
            if !views.is_empty() {
                self.subject.update(&self.show, &views, self.words);
            }
            self.laps.end(part);
        }
    }

    pub(crate) fn draw_views(&mut self, wanted: impl Fn(View) -> bool) {
        let views = self.staged(wanted);
        self.update_views(&views);
        for view in views {
            self.paint(view);
        }
        self.laps.end(4);
    }

    /// Draws a view as it was computed.
    fn paint(&mut self, view: View) {
        if view == View::Surface {
            self.turned = false;
            self.stood = self.stands();
            if let Subject::Network(network) = &self.subject {
                let plane = &network.pictures.plane;
                self.surface = (plane.trust.iteration, plane.age);
            }
        }
        self.plots.retain(|(of, _)| *of != view);
        let plot = self.draw_view(view, None).and_then(|drawing| drawing.plot);
        self.plots.extend(plot.map(|plot| (view, plot)));
    }

    /// The last frame's times; from the first call on they are taken.
    pub fn laps(&mut self) -> [f64; 5] {
        if self.laps.clock.is_none() {
            self.laps.clock = web_sys::window().and_then(|window| window.performance());
        }
        self.laps.times
    }

    /// Draws the surface anew on the heights that are known.
    fn draw_turned(&mut self) {
        if std::mem::take(&mut self.turned) {
            self.paint(View::Surface);
        }
    }

    fn draw_view(&self, view: View, marks: Option<Marks>) -> Option<Drawing> {
        let stage = self.stage(view)?;
        let backend = Backend::new(&stage.canvas, &self.tools)?;
        let unit = f64::from(STEPS) * stage.ratio;
        let area = Recorder::new(backend, marks.clone()).into_drawing_area();
        let pen = Pen::new(&area, self.theme(), unit, stage.em);
        // The only errors are the canvas's own, as when the page takes it away in
        // the middle of a drawing: there is nothing left to draw on.
        let drawn = self.subject.draw(view, &pen, &self.show, self.camera, self.words);
        let marks = marks.map(|marks| marks.take()).unwrap_or_default();
        Some(Drawing { marks, unit, plot: drawn.ok().flatten() })
    }

    /// Draws a view and writes down what.
    pub fn drawing(&self, view: View) -> Option<Drawing> {
        self.draw_view(view, Some(Marks::default()))
    }

    /// The height that map and surface show at the ball.
    pub fn loss_at_ball(&mut self) -> Option<f64> {
        self.subject.forget();
        self.subject.update(&self.show, &[View::Map], self.words);
        let land = match &self.subject {
            Subject::Network(network) => &network.pictures.plane.land,
            Subject::Ball(ball) => &ball.pictures.land,
        };
        land.grid().between(land.at.0, land.at.1)
    }

    /// What is under a point of a network's view, and the view's size in CSS pixels; without
    /// a point, where the keyboard begins to read it.
    pub fn probe(&self, view: View, at: Option<Point>) -> Option<(Told, Point)> {
        let Subject::Network(network) = &self.subject else { return None };
        let stage = self.stage(view)?;
        let size = stage.size();
        let picture = Picture { plot: self.plot(view), size, em: stage.em };
        let (pictures, run) = (&network.pictures, network.run());
        Some((pictures.probe(view, run, &self.show, &picture, at, self.words)?, size))
    }

    /// The weight under a point of the diagram.
    pub fn pick(&self, at: Point) -> Option<usize> {
        let stage = self.stage(View::Diagram)?;
        let run = self.subject.run()?;
        let drawn = self.microscope().is_some_and(Microscope::is_drawn);
        diagram::Layout::new(run.network(), stage.size(), stage.em).opened(drawn).pick(at)
    }

    /// The controls above the diagram's columns, where there is a diagram.
    pub fn layers(&self) -> Option<layers::Controls> {
        let stage = self.stage(View::Diagram)?;
        let run = self.subject.run()?;
        let layout = diagram::Layout::new(run.network(), stage.size(), stage.em);
        Some(layers::Controls::new(run, &layout, stage.em))
    }

    /// Changes the hidden layers, and begins anew.
    pub fn edit_layers(&mut self, edit: layers::Edit) -> Result<(), Error> {
        if self.subject.run().is_none() {
            return Ok(());
        }
        let mut experiment = layers::edited(self.subject.settings(), edit, self.words)?;
        experiment.edits.clear();
        self.changing("layers", |state| state.start(experiment))
    }

    /// What the microscope shows.
    pub fn microscope(&self) -> Option<&Microscope> {
        match &self.subject {
            Subject::Network(it) => it.pictures.microscope.as_ref(),
            Subject::Ball(_) => None,
        }
    }

    /// Looks at the sample of the coming step under a point of the network's answers; at all
    /// of them if it is the one that is looked at already, or if there is none.
    pub fn pick_sample(&mut self, at: Point) -> Result<(), Error> {
        let stage = self.stage(View::Boundary);
        let looks = self.show.scene.id == NETWORK.id && self.painting.is_none();
        let stage = stage.filter(|_| looks);
        let (Some(plot), Some(stage), Some(run)) =
            (self.plot(View::Boundary), stage, self.under_microscope())
        else {
            return Ok(());
        };
        let (split, batch) = (run.split(), &run.snapshot().batch);
        let mut nearest = (stage.em, None);
        for (sample, row) in split.train_rows.iter().enumerate() {
            let (x, y) = probe::place(split, *row);
            let (x, y) = plot.at(x, y);
            let far = (x - at.0).hypot(y - at.1);
            if far < nearest.0 {
                nearest = (far, Some(sample));
            }
        }
        let found = match nearest.1 {
            None => None,
            Some(sample) => {
                let place = batch.iter().position(|of| *of == sample).ok_or_else(|| {
                    Error::Inconsistent(self.words.get("sample_not_in_step").into())
                })?;
                Some(place + 1).filter(|place| self.show.sample != Some(*place))
            }
        };
        self.set("sample", &found.map_or_else(String::new, |place| place.to_string()))
    }
}
