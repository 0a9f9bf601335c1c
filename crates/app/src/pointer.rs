//! Pointing: the part of a network's picture under a pointer, and the controls over a column.

use crate::application::Application;
use crate::subject::Subject;
use downhill_core::Error;
use downhill_view::canvas::geometry::Point;
use downhill_view::editing::layer_editor;
use downhill_view::network::diagram::backprop_steps::Microscope;
use downhill_view::network::diagram::layout;
use downhill_view::network::samples;
use downhill_view::network::tooltip::{Picture, Tooltip};
use downhill_view::options::scene::NETWORK;
use downhill_view::options::show::View;

impl Application {
    /// The values under a point of a network's view, and the view's size in CSS pixels; without
    /// a point, where the keyboard begins to read it.
    pub fn probe(&self, view: View, at: Option<Point>) -> Option<(Tooltip, Point)> {
        let Subject::Network(network) = &self.subject else { return None };
        let stage = self.viewports.of(view)?;
        let size = stage.size;
        let picture = Picture { plot: self.viewports.plot(view), size, em: stage.em };
        let (pictures, run) = (&network.pictures, network.run());
        Some((pictures.probe(view, run, &self.show, &picture, at, self.words)?, size))
    }

    /// Selects the weight under a point of the diagram, if there is one.
    pub fn pick(&mut self, at: Point) -> Result<(), Error> {
        let drawn = self.microscope().is_some_and(Microscope::is_drawn);
        let picked = self.diagram().and_then(|(layout, _)| layout.opened(drawn).pick(at));
        picked.map_or(Ok(()), |weight| self.set("weight", &weight.to_string()))
    }

    /// Looks at the sample of the coming step under a point of the network's answers; at all
    /// of them if it is the one that is looked at already, or if there is none.
    pub fn pick_sample(&mut self, at: Point) -> Result<(), Error> {
        let stage = self.viewports.of(View::Boundary);
        let looks = self.show.scene.id == NETWORK.id && self.painting.is_none();
        let stage = stage.filter(|_| looks);
        let (Some(plot), Some(stage), Some(run)) =
            (self.viewports.plot(View::Boundary), stage, self.under_microscope())
        else {
            return Ok(());
        };
        let (split, batch) = (run.split(), &run.snapshot().batch);
        let mut nearest = (stage.em, None);
        for (sample, row) in split.train_rows.iter().enumerate() {
            let (x, y) = samples::place(split, *row);
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

    /// The controls above the diagram's columns, where there is a diagram.
    pub fn layers(&self) -> Option<layer_editor::Controls> {
        let (layout, em) = self.diagram()?;
        Some(layer_editor::Controls::new(self.subject.run()?, &layout, em))
    }

    /// How the diagram is laid out, and its text's size.
    fn diagram(&self) -> Option<(layout::Layout<'_>, f64)> {
        let stage = self.viewports.of(View::Diagram)?;
        let run = self.subject.run()?;
        Some((layout::Layout::new(run.network(), stage.size, stage.em), stage.em))
    }
}
