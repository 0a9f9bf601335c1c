//! The ball on its way from one snapshot to the next.

use super::Redraw;
use crate::application::Application;
use crate::playback::pace::Clock;
use crate::subject::Subject;
use downhill_view::function::transition::{Place, Transition};
use downhill_view::options::scene::NETWORK;
use downhill_view::options::show::View;

impl Application {
    /// Says whether the reader prefers pictures that do not move: then each step is drawn at
    /// once, and a run has its pace from its start. It is so until this is said.
    pub fn set_reduced_motion(&mut self, reduced: bool) {
        self.motion.allowed = !reduced;
    }

    /// Begins to move the ball from a place to the one it has come to, if that is to be seen. The
    /// pictures still show the snapshot at the first place.
    pub(crate) fn begin_motion(&mut self, from: &[f64], interval: f64) {
        let Subject::Ball(ball) = &self.subject else { return };
        if !self.motion.allowed || ball.race.is_some() {
            return;
        }
        let descent = ball.descent();
        let (to, heights) = (&descent.snapshot().x, ball.pictures.heights());
        let transition = Transition::new(descent.function(), from, to, heights);
        if transition.is_seen(descent.domain()) {
            self.motion.begin(transition, interval);
        }
    }

    /// Begins to show a network's step by hand, if that is to be seen: in its own scene its pass
    /// forward and back, and how weights and ball move. The other pictures still show the snapshot
    /// before.
    pub(crate) fn begin_step_motion(&mut self) {
        if self.motion.allowed && self.subject.run().is_some_and(|run| run.previous().is_some()) {
            self.motion.begin_step(self.show.scene.id == NETWORK.id);
        }
    }

    /// Has a ball that is on its way arrive soon. The pictures show all else as it is there.
    pub(crate) fn hurry_motion(&mut self) {
        if let (Some(seen), Some(ball)) = (self.motion.seen(), self.subject.ball()) {
            ball.pictures.set_place(Some(seen));
            self.motion.hurry();
            self.hurries = true;
        }
    }

    /// Has a ball that was seen on its way go on from there to the place it has come to. The
    /// pictures show all else as it is there.
    pub(crate) fn go_on_from(&mut self, seen: Place) {
        let Subject::Ball(ball) = &mut self.subject else { return };
        let descent = ball.time.now();
        let (to, heights) = (&descent.snapshot().x, ball.pictures.heights());
        let transition = Transition::from_place(descent.function(), &seen, to, heights);
        if transition.is_seen(descent.domain()) {
            ball.pictures.set_place(Some(seen));
            self.motion.go_on(transition);
            self.hurries = true;
        }
    }

    /// Ends a motion at once. Whether there was one: then the pictures are to show where the
    /// ball is.
    pub(crate) fn end_motion(&mut self) -> bool {
        let was_moving = self.motion.is_moving();
        self.motion.end();
        match &mut self.subject {
            Subject::Ball(ball) => ball.pictures.set_place(None),
            Subject::Network(it) => it.pictures.show_step(it.time.now(), None),
        }
        was_moving
    }

    /// A frame while the ball is on its way: nothing else changes, and nothing is told. `None`
    /// once it has arrived.
    pub(crate) fn motion_frame(&mut self, at: f64, clock: Clock) -> Option<Redraw> {
        let share = self.motion.share(at)?;
        let mut views = vec![View::Curve, View::Derivative, View::Map, View::Surface];
        match &mut self.subject {
            Subject::Ball(ball) => {
                ball.pictures.set_place(self.motion.seen());
                // What it finds is shown when the ball has arrived.
                ball.look_around(clock);
            }
            Subject::Network(it) => {
                it.pictures.show_step(it.time.now(), Some(share));
                views.push(View::Diagram);
            }
        }
        let views = views.into_iter().filter_map(|view| self.redraw_known(view)).collect();
        Some(Redraw { views, tell: false })
    }
}
