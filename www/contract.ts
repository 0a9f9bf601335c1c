// What the page is told: the types of crates/app/src/told, written by its test
// (UPDATE=1 cargo test -p downhill-app contract).

/**
 * A ball's state after an update.
 */
export type BallSnapshot = {
/**
 * The number of updates made.
 */
iteration: number,
/**
 * Where it is.
 */
x: Array<number>,
/**
 * The function's value there.
 */
value: number,
/**
 * Its gradient there.
 */
gradient: Array<number>,
/**
 * Where it is after the coming update.
 */
next: Array<number>, };

/**
 * The chain rule with its numbers.
 */
export type ChainRule = {
/**
 * The weight it is about.
 */
title: Array<Piece>,
/**
 * Its factors, and their product.
 */
rows: Array<Factor>, };

/**
 * The coming step, seen closely.
 */
export type Closely = {
/**
 * The sample's place among those of the step; null for all.
 */
sample: number | null,
/**
 * Each layer's activations, of the sample or the means.
 */
values: Array<Array<number>>,
/**
 * Each layer's δ.
 */
deltas: Array<Array<number>>,
/**
 * The cost.
 */
cost: number,
/**
 * The penalty.
 */
penalty: number,
/**
 * The gradient.
 */
gradient: Array<number>,
/**
 * The step.
 */
step: Array<number>,
/**
 * The largest error of the measured slope.
 */
error: number,
/**
 * Whether a kink is too near to measure it.
 */
kinked: boolean, };

/**
 * A control: what it sets, what it looks like, and where it stands.
 */
export type Control = {
/**
 * The key that it sets, and by which its value is told. Two controls may set one key, in
 * two sections.
 */
key: string,
/**
 * Its form: a list, a field, a slider.
 */
kind: Kind,
/**
 * Where it stands.
 */
section: Section,
/**
 * The key of its name among the texts; one of the optimizer's own settings is named by its
 * key.
 */
text: string,
/**
 * The key of a sentence about it; of one of the optimizer's own settings, the sentence.
 */
hint: string,
/**
 * The key of what stands in the empty field; empty for nothing.
 */
empty: string, };

/**
 * A picture, or the run, in numbers.
 */
export type DataTable = {
/**
 * What it is, in a sentence.
 */
caption: string,
/**
 * The names of the columns; the first one names the rows.
 */
columns: Array<string>,
/**
 * A text for each column.
 */
rows: Array<Array<string>>,
/**
 * The same as CSV, numbers with all their digits.
 */
csv: string, };

/**
 * Everything that was drawn of a view.
 */
export type Drawing = {
/**
 * All of it, in order.
 */
marks: Array<DrawnMark>,
/**
 * Its axes; null if it has none.
 */
plot: DrawnPlot | null, };

/**
 * One thing that was drawn.
 */
export type DrawnMark = {
/**
 * Its kind: `line`, `polygon`, `circle`, `text` or `image`.
 */
kind: string,
/**
 * The name of its colour.
 */
sign: string,
/**
 * Its points in CSS pixels.
 */
points: Array<[number, number]>,
/**
 * A line's width, a circle's radius, a text's size.
 */
size: number,
/**
 * A text's words.
 */
text: string, };

/**
 * Where a view's axes are.
 */
export type DrawnPlot = {
/**
 * Their upper left corner in CSS pixels.
 */
from: [number, number],
/**
 * Their lower right corner.
 */
to: [number, number],
/**
 * The values at their left and right side.
 */
x: [number, number],
/**
 * The values at their bottom and top.
 */
y: [number, number], };

/**
 * Progress within an epoch, as shares of the training samples.
 */
export type Epoch = {
/**
 * Visited so far, and after the coming step.
 */
visits: [number, number],
/**
 * Whether the coming step takes all training samples.
 */
sees_all: boolean, };

/**
 * A factor of the chain rule, or what comes of the factors.
 */
export type Factor = {
/**
 * The key that tells it from the others.
 */
key: string,
/**
 * The sign in front of it.
 */
sign: string,
/**
 * Its name.
 */
name: Array<Piece>,
/**
 * Its number; empty as long as it is not known.
 */
text: string,
/**
 * All its digits.
 */
value: number | null, };

/**
 * A feature that is offered.
 */
export type Feature = {
/**
 * Its formula as it is typed.
 */
formula: string,
/**
 * Its name.
 */
label: string,
/**
 * Whether the network is given it.
 */
on: boolean, };

/**
 * One of the four steps of gradient descent.
 */
export type FourStep = {
/**
 * The step in words.
 */
words: Array<Piece>,
/**
 * The same in numbers.
 */
line: string,
/**
 * All their digits.
 */
values: Array<number>,
/**
 * Whether it is being carried out.
 */
lit: boolean, };

/**
 * The function that the ball is on; empty for a network.
 */
export type FunctionFacts = {
/**
 * Its name in the list; empty for a typed one.
 */
id: string,
/**
 * Whether its condition number can be chosen.
 */
conditioned: boolean,
/**
 * The lowest and highest value in sight, for each variable.
 */
domain: Array<string>,
/**
 * The stationary points that have a mark.
 */
spots: Array<Spot>, };

/**
 * Goal of the run.
 */
export type Goal = {
/**
 * Quantity to be reached: `loss`, `test_loss` or `lowest`.
 */
target: string,
/**
 * The number that the loss is to fall below, as it is typed; empty for none.
 */
below: string,
/**
 * The number of steps that there are for it; empty for no end.
 */
within: string,
/**
 * How far the run has come with it: `open`, `reached` or `missed`.
 */
standing: string,
/**
 * The step at which it was reached; null if it is not.
 */
reached: number | null,
/**
 * All of it in a sentence.
 */
text: string, };

/**
 * One of the optimizer's own settings.
 */
export type Hyperparameter = {
/**
 * Its key.
 */
key: string,
/**
 * Its value.
 */
value: number,
/**
 * A sentence about it.
 */
means: string, };

/**
 * The present run and those that are kept beside it.
 */
export type Kept = {
/**
 * The rows of their table; none if no run is kept.
 */
runs: Array<KeptRun>,
/**
 * The name of the last column: the share of right answers, or R².
 */
share: string, };

/**
 * A row of the table of kept runs.
 */
export type KeptRun = {
/**
 * The name of its colour; empty for the present run.
 */
sign: string,
/**
 * Its mark; empty for the present run.
 */
mark: string,
/**
 * Its name.
 */
name: string,
/**
 * Its iteration, the losses on training and test samples, and the last column's number.
 */
numbers: [string, string, string, string],
/**
 * All their digits.
 */
values: [number, number, number, number],
/**
 * How it differs from the present run.
 */
told: string, };

/**
 * The form of a control.
 */
export type Kind = "choice" | "weight" | "race" | "formula" | "text" | "number" | "integer" | "domain" | "toggle" | "slider" | "pair" | "scale";

/**
 * A hidden layer's controls.
 */
export type Layer = {
/**
 * Where its column is, in CSS pixels.
 */
x: number,
/**
 * The number of its units.
 */
units: number,
/**
 * The id of its activation.
 */
activation: string,
/**
 * Whether it can have another unit.
 */
more: boolean,
/**
 * Whether it can have one fewer.
 */
fewer: boolean, };

/**
 * The hidden layers' controls.
 */
export type Layers = {
/**
 * Each of them, from the inputs on.
 */
each: Array<Layer>,
/**
 * The room of each, in CSS pixels.
 */
room: number,
/**
 * Whether that is too little for all of them.
 */
tight: boolean,
/**
 * Whether there can be another layer.
 */
more: boolean,
/**
 * Whether there can be one fewer.
 */
fewer: boolean,
/**
 * The most layers there can be.
 */
most_layers: number,
/**
 * The most units a layer can have.
 */
most_units: number, };

/**
 * The settings that a link has locked.
 */
export type Locked = {
/**
 * The keys of the controls that are locked.
 */
keys: Array<string>,
/**
 * The same in words.
 */
text: string, };

/**
 * Which pictures and controls there are.
 */
export type Mode = "network" | "neuron" | "line" | "plane";

/**
 * A network's state after an update.
 */
export type NetworkSnapshot = {
/**
 * The number of updates made.
 */
iteration: number,
/**
 * The number of complete epochs.
 */
epoch: number,
/**
 * All weights and biases, θ.
 */
parameters: Array<number>,
/**
 * The gradient of the coming batch's loss at θ.
 */
gradient: Array<number>,
/**
 * The parameters after the coming update.
 */
next: Array<number>,
/**
 * The coming batch: places among the training samples.
 */
batch: Array<number>,
/**
 * Its loss.
 */
batch_loss: number,
/**
 * The loss on all training samples.
 */
train_loss: number,
/**
 * The loss on the validation samples, which `patience` watches; none without such samples.
 */
validation_loss: number | null,
/**
 * The loss on the test samples.
 */
test_loss: number, };

/**
 * A function of the list.
 */
export type Offer = {
/**
 * Its id.
 */
id: string,
/**
 * Its name and its formula.
 */
name: string,
/**
 * The number of its variables.
 */
dim: number, };

/**
 * The entries of all lists.
 */
export type Options = {
/**
 * The scenes, in the order of the lesson.
 */
scenes: Array<string>,
/**
 * The values of each key that has a list, and under `role` the roles of a table's columns.
 * The text `{key}_{value}` is a value's name, if there is one; else the value is.
 */
choices: { [key in string]: Array<string> },
/**
 * The functions.
 */
functions: Array<Offer>,
/**
 * The races: a value of the key `race` and its name.
 */
races: Array<[string, string]>, };

/**
 * The outcome of a run at one step size.
 */
export type Outcome = {
/**
 * How it ends.
 */
end: string,
/**
 * The same in words.
 */
title: string, };

/**
 * That one paints.
 */
export type Painting = {
/**
 * Whether a curve is drawn; if not, points are painted.
 */
curve: boolean,
/**
 * The name of the tool in hand.
 */
tool: string,
/**
 * Each tool's name and its words.
 */
tools: Array<[string, Array<Piece>]>, };

/**
 * A piece of a sentence, and the mark it stands for; empty for none.
 */
export type Piece = {
/**
 * The words.
 */
text: string,
/**
 * The name of the mark's colour.
 */
sign: string, };

/**
 * Whether it plays, and what else it can do.
 */
export type Playback = {
/**
 * Whether each frame brings a step.
 */
playing: boolean,
/**
 * Whether each coming frame shows more of the map of starts.
 */
filling: boolean,
/**
 * Whether the place that the ball will come to is asked for: nothing may tell it.
 */
predicting: boolean,
/**
 * Whether the run cannot go on, as its numbers are no longer finite.
 */
diverged: boolean,
/**
 * Why it stops by itself where it is: `converged`, `diverged`, `reached` (the target loss),
 * `stalled` (patience), `enough` (the number of steps); null if it goes on.
 */
ended: string | null,
/**
 * Whether there is a change to take back.
 */
can_undo: boolean,
/**
 * Whether smaller steps might go on from where it diverged.
 */
can_halve: boolean,
/**
 * Whether a ball has left the picture, or cannot go on.
 */
lost: boolean, };

/**
 * How the figure is presented to a class.
 */
export type Presentation = {
/**
 * Whether it is larger, with nothing but what matters.
 */
presenting: boolean,
/**
 * The story's address, which may not be there yet; empty for none, or for one from a file.
 */
address: string,
/**
 * Whether the address has settings of its own, which are shown before the story's.
 */
strays: boolean,
/**
 * The beat that is asked for or at hand, counted from 1; 0 before the first.
 */
beat: number,
/**
 * The story; null if none is open.
 */
story: Told | null, };

/**
 * The values under a point.
 */
export type Probed = {
/**
 * The name of the place or the thing.
 */
title: string,
/**
 * Its numbers.
 */
rows: Array<ProbedRow>,
/**
 * The point, held in the picture's axes, in CSS pixels.
 */
x: number,
/**
 * The same, downwards.
 */
y: number,
/**
 * Where what is told of is drawn.
 */
mark_x: number,
/**
 * The same, downwards.
 */
mark_y: number,
/**
 * Whether there is room for words on the left of the point; if not, on its right.
 */
left: boolean,
/**
 * Whether there is room above it; if not, below.
 */
above: boolean,
/**
 * From where down to where it is the same; null for one place.
 */
upright: [number, number] | null, };

/**
 * One of the values under a point.
 */
export type ProbedRow = {
/**
 * Its name.
 */
name: Array<Piece>,
/**
 * The number.
 */
text: string,
/**
 * All its digits; null if it is no number.
 */
value: number | null, };

/**
 * A text as a QR code: a square of modules.
 */
export type Qr = {
/**
 * The `viewBox` of its SVG, with the margin that a reader needs.
 */
view_box: string,
/**
 * The dark modules, as the data of an SVG path.
 */
path: string, };

/**
 * A row of a race's table, and all digits of its numbers.
 */
export type Racer = {
/**
 * The name of its colour.
 */
sign: string,
/**
 * Its mark.
 */
mark: string,
/**
 * Its name.
 */
name: string,
/**
 * Its height.
 */
height: string,
/**
 * How it stands, in words.
 */
told: string,
/**
 * Its place, all digits.
 */
x: Array<number>,
/**
 * Its height, all digits.
 */
value: number, };

/**
 * A number beside the pictures.
 */
export type Reading = {
/**
 * The key of its name among the texts.
 */
key: string,
/**
 * The number as people read it.
 */
text: string,
/**
 * All its digits.
 */
value: number,
/**
 * The mark it stands for; empty for none.
 */
sign: string, };

/**
 * The progress of what is computed again: states that one goes back to, and runs beside it.
 */
export type Recomputation = {
/**
 * The share that is computed, from 0 to 1.
 */
share: number,
/**
 * The same in words.
 */
text: string, };

/**
 * A run as a table: a row for each state that its history holds, up to the one that is shown.
 */
export type RunTable = {
/**
 * The columns' names.
 */
columns: Array<string>,
/**
 * A number for each column; null where there is none.
 */
rows: Array<Array<number | null>>, };

/**
 * The scene, and what is in sight in it.
 */
export type Scene = {
/**
 * Its id.
 */
id: string,
/**
 * Which pictures and controls there are.
 */
mode: Mode,
/**
 * The parts of the page that are in sight.
 */
parts: Array<string>,
/**
 * The key of the text on the button that plays.
 */
play: string, };

/**
 * Where a control stands on the page.
 */
export type Section = "head" | "written" | "map" | "boundary" | "diagram" | "chart" | "chain" | "found" | "bar" | "more";

/**
 * The plane that map and surface show, and how far to trust it.
 */
export type ShownPlane = {
/**
 * Its kind: the value of the key `plane`.
 */
kind: string,
/**
 * The number of updates after which it was chosen.
 */
chosen: number,
/**
 * The number of updates after which its map is drawn.
 */
iteration: number,
/**
 * The number of frames since.
 */
age: number,
/**
 * The number of frames since the surface's state was the run's.
 */
surface_age: number,
/**
 * The number of updates after which the surface is drawn.
 */
surface_iteration: number,
/**
 * Its origin in θ.
 */
origin: Array<number>,
/**
 * Its axes in θ.
 */
axes: [Array<number>, Array<number>],
/**
 * The ball in it.
 */
ball: [number, number],
/**
 * The share of the path's scatter that lies in it; null if there is no path.
 */
share: number | null,
/**
 * The distance of θ from it.
 */
distance: number,
/**
 * The loss at θ.
 */
loss: number,
/**
 * The loss below θ, in the plane.
 */
shadow_loss: number,
/**
 * The grid's places along x.
 */
xs: Array<number>,
/**
 * The grid's places along y.
 */
ys: Array<number>,
/**
 * The losses there, `[y][x]`.
 */
losses: Array<number>,
/**
 * The path in it.
 */
trail: Array<[number, number]>,
/**
 * The path of the run that was left.
 */
ghost: Array<[number, number]>, };

/**
 * A slider at the place nearest to a value, and the value as text.
 */
export type Slider = {
/**
 * The place, from 0 on.
 */
place: number,
/**
 * The number of places.
 */
places: number,
/**
 * The value as text.
 */
text: string, };

/**
 * The state after an update, of a network or of a ball.
 */
export type Snapshot = NetworkSnapshot | BallSnapshot;

/**
 * A row of the table of stationary points.
 */
export type Spot = {
/**
 * Its mark.
 */
sign: string,
/**
 * Its kind.
 */
name: string,
/**
 * Its place.
 */
place: string,
/**
 * Its height.
 */
value: string, };

/**
 * The map of starts: its cells, `[y][x]`, the lowest y first.
 */
export type StartsMap = {
/**
 * Cells in a row.
 */
columns: number,
/**
 * Rows.
 */
rows: number,
/**
 * Whether it is as fine as it gets.
 */
done: boolean,
/**
 * Each cell's minimum, counted from 0; below, another outcome: -1 is not computed, -2 not
 * settled, -3 left, -4 stopped.
 */
ends: Array<number>,
/**
 * The minima.
 */
minima: Array<Array<number>>, };

/**
 * The state as the page shows it, in groups.
 */
export type State = {
/**
 * The scene, and what is in sight in it.
 */
scene: Scene,
/**
 * Whether it plays, and what else it can do.
 */
playback: Playback,
/**
 * How far it has come with what is computed again; null if nothing is.
 */
recomputation: Recomputation | null,
/**
 * Where one is in the run.
 */
timeline: Timeline,
/**
 * The four steps of gradient descent, with the numbers of the one at hand.
 */
steps: Array<FourStep>,
/**
 * The chain rule for the selected weight; null if the coming step is not looked at so
 * closely.
 */
chain_rule: ChainRule | null,
/**
 * The one sentence.
 */
sentence: Array<Piece>,
/**
 * The numbers that matter to a class; none if it is not presented.
 */
readings: Array<Reading>,
/**
 * The numbers beside the pictures.
 */
numbers: Array<Reading>,
/**
 * Sentences beside pictures and controls, by key.
 */
notes: { [key in string]: Array<Piece> },
/**
 * Every key's value as its control shows it.
 */
controls: { [key in string]: string },
/**
 * The sliders' places, by key.
 */
sliders: { [key in string]: Slider },
/**
 * The controls that there are, in their order on the page.
 */
control_list: Array<Control>,
/**
 * The entries of all lists.
 */
options: Options,
/**
 * The features that the network can be given of its data.
 */
features: Array<Feature>,
/**
 * The optimizer's own settings.
 */
hyperparameters: Array<Hyperparameter>,
/**
 * The hidden layers' controls above the diagram; null without a diagram.
 */
layers: Layers | null,
/**
 * The weights' names, in the order of θ.
 */
weights: Array<string>,
/**
 * Progress within an epoch.
 */
epoch: Epoch,
/**
 * The function that the ball is on; empty for a network.
 */
function: FunctionFacts,
/**
 * The scale along the step size's slider.
 */
step_size_scale: StepSizeScale,
/**
 * The runs of a race; none without one.
 */
racers: Array<Racer>,
/**
 * The present run and those that are kept beside it.
 */
kept: Kept,
/**
 * The changes made during the run, a sentence each.
 */
edits: Array<string>,
/**
 * The tools to paint with; null if one does not paint.
 */
painting: Painting | null,
/**
 * The table that the data come from; null if they come from none.
 */
table: Table | null,
/**
 * The settings that a link has locked; null if it has locked none.
 */
locked: Locked | null,
/**
 * Goal of the run; null for none.
 */
goal: Goal | null,
/**
 * Colours and sizes.
 */
theme: Theme,
/**
 * How it is presented to a class, and the story that is told.
 */
presentation: Presentation,
/**
 * The address's whole query, with the story and how it is presented; null if it is too long,
 * or while it plays and takes too long.
 */
address: string | null,
/**
 * The query of the experiment alone; null if it is too long, or while
 * it plays and takes too long.
 */
query: string | null,
/**
 * The faults of the address that the figure was made from.
 */
problems: Array<string>, };

/**
 * The scale along the step size's slider: the outcome of a run at each of its places.
 */
export type StepSizeScale = {
/**
 * The outcomes that are known, from the first place on.
 */
places: Array<Outcome>,
/**
 * All of them in words.
 */
label: string,
/**
 * The place, from 0 to 1, from which on steps overshoot; null if beyond the slider's ends
 * or without a rule.
 */
overshoots: number | null,
/**
 * The place from which on they no longer settle.
 */
settles: number | null,
/**
 * The step size with which the run comes to rest soonest, if it does not with the present
 * one.
 */
settling: string | null, };

/**
 * A table of one's own: what was read, its columns, whether the target is classes, and
 * whether that can be chosen.
 */
export type Table = {
/**
 * A sentence about what was read, or why it is not learned from.
 */
told: string,
/**
 * Name and role.
 */
columns: Array<[string, string]>,
/**
 * Whether the target is classes; if not, it is values.
 */
classes: boolean,
/**
 * Whether that can be chosen.
 */
either: boolean, };

/**
 * Colours and sizes.
 */
export type Theme = {
/**
 * The theme in force.
 */
id: string,
/**
 * The colours by name, such as `#0072b2`.
 */
colours: { [key in string]: string }, };

/**
 * Where one is in the run.
 */
export type Timeline = {
/**
 * The number of updates made.
 */
at: number,
/**
 * The most updates that have been made.
 */
furthest: number,
/**
 * The first iteration at which the loss was larger than before.
 */
rose: number | null,
/**
 * The same in words.
 */
text: string, };

/**
 * A story at one of its beats.
 */
export type Told = {
/**
 * Its title.
 */
title: string,
/**
 * The number of beats.
 */
beats: number,
/**
 * Heading of the beat.
 */
heading: string,
/**
 * Sentence for the room in the place of the figure's; empty for that.
 */
headline: Array<Piece>,
/**
 * The question for the class; empty for none.
 */
ask: Array<Piece>,
/**
 * Words to say, in paragraphs.
 */
say: Array<string>,
/**
 * The sign whose marks are lit; empty for none.
 */
light: string,
/**
 * The pictures to show; empty for the scene's own.
 */
pictures: Array<string>,
/**
 * Heading of the next beat; empty at the end.
 */
next: string,
/**
 * How it begins.
 */
next_say: string, };

/**
 * A step as a tone.
 */
export type Tone = {
/**
 * How high it is, from 0 to 1: the loss on a logarithmic scale.
 */
pitch: number,
/**
 * Where it comes from, from 0 (left) to 1 (right): the ball's side in the picture.
 */
pan: number, };

/**
 * A function and its derivatives written out, in MathML.
 */
export type Written = {
/**
 * The left and the right side of each equation, each to stand inside of a `math` element;
 * the right one is null if it would be too long to be read.
 */
equations: Array<[string, string | null]>,
/**
 * The steps that lead to each of the derivatives: the rule in words, before, after.
 */
steps: Array<Array<[string, string, string]>>, };

/**
 * A mistake in a formula: a sentence, and the characters it is about.
 */
export type Wrong = {
/**
 * The sentence.
 */
message: string,
/**
 * The place of the first character.
 */
from: number,
/**
 * The place after the last one.
 */
to: number, };
