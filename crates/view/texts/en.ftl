### Every word of the pictures and of the page, in English: https://projectfluent.org.
### { $name } is where a value goes; [sign:words] are words that stand for a mark. A number is
### handed over as it is written; $n is the plain one, for the choice between singular and plural.

## The language itself

language_name = English
text_direction = ltr
decimal_mark = .
thousands_mark = ,
coordinates_mark = ,
number_undefined = undefined
number_infinite = infinite
language = language
language_hint = The language of everything that is said here.
language_auto = automatic
language_failed = This language could not be fetched. Try it again, or choose another one.

## What lists offer

chart_loss = loss
chart_log_loss = log loss
chart_gradients = gradients
chart_weights = weights
chart_answers = answers
chart_hidden_space = hidden space
chart_sharpness = sharpness
chart_learning_rate = learning rate
cost_softmax_cross_entropy = softmax cross entropy
cost_squared_error = squared error
cost_half_squared_error = half squared error
cost_absolute_error = absolute error
cost_binary_cross_entropy = binary cross entropy
data_penguins = penguins
data_iris = iris
data_nebulae = nebulae
data_sunspots = sunspots
data_petals = petals
data_gaussians = gaussians
data_circles = circles
data_moons = moons
data_spirals = spirals
data_playground_spirals = playground spirals
data_spirals3 = spirals3
data_checkerboard = checkerboard
initialization_uniform = uniform
initialization_zeros = zeros

## The pictures

loss = loss
iteration = iteration
train = training
test = test
validation = validation
weight_name = { $from } → { $to }
weight_axis = weight { $name }
weight_frozen = { $name }, frozen
bias_name = bias of { $to }
hidden_unit = unit { $number }
hidden_unit_of_layer = layer { $layer } unit { $number }
axis_with_unit = { $name } ({ $unit })
axis_of = { $variable }: { $name }
slope_mark = slope { $slope }
slope_mark_two = slopes { $left } and { $right }
slope_mark_none = no slope
slope_two = { $left } left, { $right } right
slope_none = none
step_mark = next step
leaves_mark = here the ball leaves the picture
step_mark_magnified = next step, × { $factor }
square_mark = an error, squared
loss_of_batch = loss on this step’s { $n ->
        [one] one sample
       *[other] { $count } samples
    }
loss_of_all = loss on all { $count } training samples

## What coloured words stand for

sign_slope = Blue: the slope here, or the gradient; it points uphill, and its arrow is as long as the slope is steep.
sign_ball = Orange: the ball, which is where one is now.
sign_step = Green: the coming step, and what belongs to it.
sign_positive = Teal, a solid line: above 0.
sign_negative = Brown, a dashed line: below 0.
sign_ghost = Violet, dashed: a guess, or a run that was left.
sign_ink = Bold: what is done.

## The one sentence

sentence_start = { $start }, { $accuracy } are right. Each step moves every weight [step:downhill] on the cost (loss: how wrong it is).
sentence_start_level = { $start }, { $accuracy } are right. The cost (how wrong it is) has the [slope:slope] [slope:{ $slope }] here: along this weight the ground is level. Press play.
sentence_start_values_level = { $start }, the [ball:curve] has a { $cost } of { $loss }. It has the [slope:slope] [slope:{ $slope }] here: along this weight the ground is level. Press play.
start_random = With random weights
start_zeros = With all weights 0
start_equal = With all weights equal
start_given = With the weights as they were set
sentence_start_values = { $start }, the [ball:curve] has a { $cost } of { $loss }. Training moves every weight downhill on it: this one has [slope:slope] [slope:{ $slope }], so downhill is to the { $direction }.
sentence_given = [slope:Back propagation] gave each weight its gradient, this one [slope:{ $slope }].
sentence_moved = { " " }Each moved against it: this one by [step:{ $move }].
sentence_uphill = { " " }Its speed carried it uphill all the same, by [step:{ $move }].
sentence_frozen = { " " }But this weight is frozen: no step moves it.
sentence_epoch_begun = Epoch 1: { $seen } of { $count } samples seen so far.
sentence_epochs =
    { $n ->
        [one] Epoch 1: all { $count } samples seen once.
       *[other] Epoch { $epoch }: all { $count } samples seen { $epoch } times.
    }
sentence_fell = { " " }The cost fell from { $from } to { $to }.
sentence_rose = { " " }The cost rose from { $from } to { $to }.
sentence_right = { " " }{ $to } are right, from { $from }.
sentence_worse = [warning:The cost is higher than at the start:] the steps are too long. Reset, then lower the learning rate.
sentence_diverged = [warning:Stopped] at iteration { $iteration }: { $what } is no longer finite (sharpest curvature before: { $curvature }). Reset, then lower the learning rate.
sentence_diverged_grew = [warning:Stopped] at iteration { $iteration }: { $what } is no longer finite; the loss had grown { $grew } steps in a row (sharpest curvature: { $curvature }). Reset, then lower the learning rate.
left = left
right = right
way_none = level, no way is downhill
quantity_parameter = a weight
quantity_loss = the loss
quantity_gradient = the gradient

## The one sentence of a ball on a function of x

line_start = At [ball:{ $place }] the [slope:slope] is [slope:{ $slope }], so downhill is to the { $direction }. With a step size of { $rate } the ball [step:{ $move }].
line_moving = At [ball:{ $place }] the [slope:slope] is [slope:{ $slope }], so downhill is to the { $direction }. With a step size of { $rate } the ball [step:{ $move }].
line_overshot = The last step went across the bottom: at [ball:{ $place }] the [slope:slope] is now [slope:{ $slope }], so downhill is back to the { $direction }. The ball [step:{ $move }].
line_climbed = [warning:Overshot:] across the bottom and higher up than before. At [ball:{ $place }] the [slope:slope] is [slope:{ $slope }]; with a step size of { $rate } the ball [step:{ $move }].
line_uphill = At [ball:{ $place }] the [slope:slope] is [slope:{ $slope }], so downhill is to the { $direction }; but its speed carries the ball uphill: it [step:{ $move }].
line_level = At [ball:{ $place }] the [slope:slope] is [slope:0]: the ball rests { $rests }.
line_level_moving = At [ball:{ $place }] the [slope:slope] is as good as [slope:0], but the ball does not rest: its speed carries it on, and it [step:{ $move }].
line_left = [warning:The ball has left the picture:] it is at { $place }, where the [slope:slope] is [slope:{ $slope }]. Reset, then try another start or a smaller step size.
move_to = moves { $far } { $way }, to { $next }
move_far = flies { $way }, far outside the picture
move_none = stays where it is
place_far = a place far outside the picture

## Where the function has no one slope

line_kink = At [ball:{ $place }] the curve has a kink: its [slope:slope] is [slope:{ $left }] on the left and [slope:{ $right }] on the right, and in the kink itself there is none.
line_jump = At [ball:{ $place }] the curve jumps, from { $left } on the left to { $right } on the right: there it has no slope.
line_upright = At [ball:{ $place }] the curve has no slope: towards it, it gets steeper without end.
line_oscillating = At [ball:{ $place }] the curve has no value and no slope: towards it, it rises and falls again and again without end, so that it has no limit.
line_shaking = At [ball:{ $place }] the curve has no slope: towards it, it rises and falls again and again without end, ever less but never gentler.
plane_oscillating = At [ball:{ $place }] the surface has no value and no gradient: along { $axis } it rises and falls again and again without end, so that it has no limit.
plane_shaking = At [ball:{ $place }] the surface has no gradient: along { $axis } it rises and falls again and again without end, ever less but never gentler.
plane_kink = At [ball:{ $place }] the surface has a kink: along { $axis } its [slope:slope] is [slope:{ $left }] on one side and [slope:{ $right }] on the other, and in the kink itself there is no gradient.
plane_jump = At [ball:{ $place }] the surface jumps along { $axis }, from { $left } to { $right }: there it has no gradient.
plane_upright = At [ball:{ $place }] the surface has no gradient: along { $axis } it gets steeper without end.
broken_mean = Gradient descent has to choose: it takes the mean, [slope:{ $slope }], and with a step size of { $rate } the ball [step:{ $move }].
broken_mean_rests = Gradient descent has to choose: it takes the mean, [slope:{ $slope }], so that no step leads away from here.
broken_rule = Gradient descent has to choose: it takes [slope:{ $slope }], what the rules of differentiation give when followed blindly, and with a step size of { $rate } the ball [step:{ $move }].
broken_rule_rests = Gradient descent has to choose: it takes [slope:{ $slope }], what the rules of differentiation give when followed blindly, so that no step leads away from here.

tangent_start = At [ball:{ $place }] the [slope:slope] is [slope:{ $slope }]: for each 1 to the right, the straight line goes { $size } { $tilt }. Downhill is to the { $direction }.
up = up
down = down
secant_rises = Over { $run } to the right, the curve rises by { $size }: the slope between the two points is { $rise } / { $run } = { $slope }.
secant_falls = Over { $run } to the right, the curve falls by { $size }: the slope between the two points is { $rise } / { $run } = { $slope }.
run_mark = run { $run }
rise_mark = rise { $rise }
secant_mark = between: { $slope }
part_x = along x { $slope }
part_y = along y { $slope }

## The scenes

scenes = Scenes of the lesson
scene_derivative = Derivative
scene_gradient = Gradient
scene_descent = Descent
scene_neuron = Neuron
scene_network = Network
drop = Drop the ball
secant = second point
secant_hint = A second point on the curve, so far to the right. Drag it closer, on the curve or here, and the line through both becomes the tangent.
iterations = number of steps
iterations_hint = After so many steps it stops; 0 for no end.
part = Next part
part_hint = One part of a step at a time, ① to ④.
four_steps = The four steps
next_scene = Next: { $scene }
four_1 = Calculate the [slope:gradient] at the current [ball:point].
four_1_line = gradient = { $f } = { $gradient }
four_2 = Look at its direction: downhill is the other way.
four_2_level = Look at its direction: it is 0, so no way is downhill.
four_2_line = −gradient = { $downhill }: { $way }
four_3 = [step:Move] the point downhill by step size × gradient.
four_3_other = [step:Move] the point by −step size × { $factors }.
four_3_search = [step:Move] the point by the step that the search found.
four_3_line = { $name } ← { $place } − { $rate } × { $factor } = { $next }
four_3_line_other = { $name } ← { $place } + move { $move } = { $next }; move = −{ $product }
four_3_line_search = { $name } ← { $place } + move { $move } = { $next }
network_1 = [ink:Calculate]: forward to the cost, [slope:back propagation] to the gradients.
network_2 = [ink:Look]: downhill is against the [slope:gradient].
network_2_level = [ink:Look]: the gradient is 0, so no way is downhill.
network_3 = [step:Move] each weight by −learning rate × gradient.
network_3_other = [step:Move] each weight by −learning rate × { $factors }.
network_4 = [ink:Repeat]: { $done } of { $all }. Epochs (all samples once): { $complete }.
network_4_open = [ink:Repeat]. Epochs (all samples once): { $complete }.
way_forward = forward
way_back = back propagation
way_cost = cost { $cost }
network_4_line = epoch { $epoch }: { $seen } of { $of } samples seen
neuron_1 = Calculate the [slope:gradient] by back propagation.
neuron_1_line = mean of { $samples }: { $gradient }
neuron_2_line = −gradient = { $downhill }
neuron_3 = [step:Move] weight and bias downhill by step size × gradient.
neuron_3_other = [step:Move] weight and bias by −step size × { $factors }.
neuron_3_line = { $place } − { $rate } × { $gradient } = { $next }
neuron_3_line_other = { $place } + move { $move } = { $next }; move = −{ $product }
neuron_3_line_frozen = { $place } + move { $move } = { $next }
neuron_4_line = epochs so far: { $done }
network_1_line = { $count } slopes, mean of { $samples }; length { $length }
network_2_line = steepest and farthest: { $weight }, −gradient { $downhill }
network_2_line_two = steepest: { $steepest }, −gradient { $steep }; moves farthest: { $weight }, −gradient { $downhill }
network_3_line = { $weight }: −{ $product } = { $move }; { $place } { $move } = { $next }
network_3_line_frozen = { $weight }: { $place } { $move } = { $next }
four_4 = Repeat: { $done } of { $all }.
four_4_open = Repeat: { $done } so far.
four_4_line = go to ①
four_4_line_over = the end
stop_enough = [warning:Stop:] all { $all } steps are made.
stop_epochs = [warning:Stop] after { $done }: { $epochs } epochs are complete.
stop_reached = [warning:Stop] after { $done }: the training loss is { $target } or less.
stop_stalled = [warning:Stop] after { $done }: no progress of the training loss in { $patience } iterations; it is watched, as no samples are kept for validation.
stop_stalled_validation = [warning:Stop] after { $done }: no progress of the validation loss in { $patience } iterations. It was lowest, { $lowest }, after { $best }.
stop_restored = [warning:Stop] after { $end }: no progress of the validation loss in { $patience } iterations. The weights of iteration { $best }, where it was lowest ({ $lowest }), are back.
waits_validation = { " " }Patience: the validation loss has not fallen for { $waited } of { $patience } iterations.
waits_training = { " " }Patience: the training loss has not fallen for { $waited } of { $patience } iterations; it is watched, as no samples are kept for validation.
stop_go_on = { " " }To go on, change “{ $rule }” under More.
epochs = number of epochs
epochs_hint = After so many epochs it stops; 0 for no end. In an epoch every training sample is seen once.
target_loss = target loss
target_loss_hint = It stops when the training loss is this low. Empty: no end.
search = search
search_hint = Leaves those controls in sight that have to do with what is typed here.
beginning = Where it begins
samples_group = Samples
network_group = Network
descent_group = How it descends
ending = When it stops
patience = patience
patience_hint = It stops after so many iterations in which the validation loss did not fall by a ten-thousandth of itself, and the weights with the lowest are back. If no samples are kept for validation, it watches the training loss, and the weights stay. 0 for no end.
halve = Try half the step size
halve_network = Try half the rate
settle = Take a step size that settles: { $rate }
settle_hint = Of all step sizes on the slider the one with which the ball comes to rest soonest from this start. Undo takes it back.
halve_hint = Goes back to before the loss began to rise, and halves the step size. Undo takes it back.
stop_level = [warning:Stop] after { $done }: the gradient is as good as 0.
stop_diverged = [warning:Stop] after { $done }: the next numbers cannot be computed.
reduced_motion = Your system asks for less motion: play makes one step at a time.

## A step of a network under the microscope

sample = sample
sample_all = all
sample_hint = Follow one sample of the coming step through the network: its number, or click its point. Empty: all of them.
no_sample =
    { $n ->
        [one] This step has one sample: choose 1, or none.
       *[other] This step has { $count } samples: choose one from 1 to { $count }, or none to see all.
    }
sample_not_in_step = This point is not in the coming step: only the ringed ones are.
chain_rule = Chain rule
micro_forward = Forward, layer { $layer } of { $of }: each unit weighs what comes in, adds its bias, and passes on its [ball:value].
micro_cost_one = The cost: the answer meets the expected value ({ $expected }). For this sample it is { $cost }.
micro_cost = The cost: answers meet expected values. { $n ->
        [one] For the one sample it is
       *[other] Its mean over { $count } samples is
    } { $cost }.
micro_cost_penalty = The cost: answers meet expected values. { $n ->
        [one] For the one sample it is
       *[other] Its mean over { $count } samples is
    } { $cost }; the penalty adds { $penalty }.
micro_backward_last = Back, layer { $layer } of { $of }: the cost is known, so each output knows its [slope:gradient] (δ).
micro_backward = Back, layer { $layer } of { $of }: you need the next neurons’ [slope:gradients] (δ), and those of layer { $next } are known now.
micro_line_forward = part { $part } of { $all }: forward
micro_line_cost = part { $part } of { $all }: cost
micro_line_backward = part { $part } of { $all }: backward
chain_one = [ball:{ $weight }], { $sample } of { $count } ({ $expected })
chain_all = [ball:{ $weight }], mean of { $count }
chain_sum = weighted sum of the next [slope:δ]
chain_cost_slope = slope of the cost
chain_mask = dropout’s factor
chain_slope = slope of the activation
chain_input = input
chain_bias = 1, as it is a bias
chain_product = its [slope:gradient]
chain_measured = measured
chain_kinked = measured, at a kink
chain_mean = mean of all { $count }
chain_penalty = slope of the penalty
chain_gradient = [slope:gradient]
chain_step = [step:−{ $rate } × gradient]
chain_move = [step:move by { $optimizer }]
chain_next = [ball:weight] after it

## The same on a function of x and y

plane_start = At [ball:{ $place }] the [slope:gradient] is [slope:{ $slope }], the slopes along x and y as one arrow: it points steepest uphill, { $uphill }. The ball goes the other way: it [step:{ $move }].
plane_moving = At [ball:{ $place }] the [slope:gradient] is [slope:{ $slope }]: uphill is { $uphill }. With a step size of { $rate } the ball [step:{ $move }].
plane_overshot = The last step went across the valley: at [ball:{ $place }] the [slope:gradient] is [slope:{ $slope }], uphill is { $uphill }. The ball [step:{ $move }].
plane_climbed = [warning:Overshot:] across the valley and higher up than before. At [ball:{ $place }] the [slope:gradient] is [slope:{ $slope }]; with a step size of { $rate } the ball [step:{ $move }].
plane_uphill = At [ball:{ $place }] the [slope:gradient] is [slope:{ $slope }]: uphill is { $uphill }; but its speed carries the ball up: it [step:{ $move }].
plane_level = At [ball:{ $place }] the [slope:gradient] is [slope:0]: the ball rests { $rests }.
plane_level_moving = At [ball:{ $place }] the [slope:gradient] is as good as [slope:0], but the ball does not rest: its speed carries it on, and it [step:{ $move }].
plane_left = [warning:The ball has left the picture:] it is at { $place }, where the [slope:gradient] is [slope:{ $slope }]. Reset, then try another start or a smaller step size.

## How a run has ended

count_of_steps =
    { $n ->
        [one] 1 step
       *[other] { $count } steps
    }
slope_word = slope
rest_global = [ball:It] has come to rest at the lowest place in the picture (the global minimum), after { $steps }.
rest_other = { " " }The local (partial) minimum is { $number } higher.
rest_one_of = [ball:It] has come to rest, after { $steps }, at one of the { $number } lowest places in the picture: they are global minima, all equally low.
rest_along = [ball:It] has come to rest in a valley that is level and as low as it gets in the picture: each place along it is a global minimum.
rest_local = [ball:It] has come to rest in a local (partial) minimum. The lowest place, the global minimum, is { $number } lower: try another start.
rest_local_open = [ball:It] has come to rest in a local (partial) minimum, not the lowest place: elsewhere in the picture it goes lower. Try another start.
rest_minimum = [ball:It] has come to rest in a minimum, after { $steps }.
rest_top = [ball:It] has come to rest on a top (a maximum): the [slope:{ $slopes }] is 0 there. A small push, and it would roll down.
rest_saddle = [ball:It] has come to rest on a saddle: the [slope:{ $slopes }] is 0, but there is lower ground beside it. A small push, and it would roll on.
rest_level = [ball:It] has come to rest on level ground, where no step leads on, but it goes lower elsewhere. Try another start.
rest_level_lowest = [ball:It] has come to rest on level ground, as low as it gets in the picture, after { $steps }.
rest_somewhere = [ball:It] has come to rest, after { $steps }: the [slope:{ $slopes }] is 0 here, and no step leads on.
rest_outside = [ball:It] has come to rest outside the picture, at { $place }. Whether there is a lower place around it, nobody has looked.
ended_moving = All { $steps } are made, but [ball:it] has not come to rest: the [slope:{ $slopes }] is still [slope:{ $slope }]. To go on, raise the number of steps.
ended_almost_lowest = [ball:It] has almost come to rest ({ $more } more) at the lowest place in the picture (the global minimum). All { $steps } are made.
ended_almost_local = [ball:It] has almost come to rest ({ $more } more) in a local (partial) minimum: the global minimum is { $number } lower. All { $steps } are made. Try another start.
ended_left = [warning:The ball has left the picture:] since step { $since }, each step was longer than the last.
ended_far = [warning:The ball is far outside the picture:] the steps were too long.
ended_settles = From the same start, a step size of { $rate } comes to rest.
ended_advice = Reset, then try another start or a smaller step size.
rests_bottom = at a bottom
rests_top = on a top, until something pushes it
rests_saddle = on a saddle, until something pushes it
rests_flat = on level ground
stopped_no_value = [warning:Stopped] at step { $iteration }: the step went to { $place }, where the function has no value. Reset, then try another start or a smaller step size.
stopped_no_slope = [warning:Stopped] at step { $iteration }: at { $place } the function has no slope, so there is no way downhill. Try another start.
stopped_too_large = [warning:Stopped] before step { $iteration }: it would throw the ball so far up that its numbers are too large to compute. Reset, then lower the step size.
nowhere_a_value = [warning:No value in this picture:] the function is not defined anywhere in it. Look at another domain (see More), or type another function.
start_too_large = [warning:Too high here:] at { $place } the value is too large to compute. Drag the ball to where it is lower, or choose another start.
start_no_value = [warning:No value here:] at { $place } the function is not defined. Drag the ball to where it is, or choose another start.
way_0 = east
way_1 = north-east
way_2 = north
way_3 = north-west
way_4 = west
way_5 = south-west
way_6 = south
way_7 = south-east
invitation = drag the ball
too_fast_to_draw = changes faster than this picture can show: zoom in

## The places with a mark

spots = Marked places
spots_none = None.
spots_searching = Searching …
spots_line = Searched at { $count } points.
spots_plane = Searched on a grid of { $count } × { $count } points.
spots_more = … and { $count } more, without a mark.
spot_at = where
spot_value = height
mark_lowest = global minimum
mark_dip = local minimum
mark_top = top
mark_saddle = saddle
spot_global = lowest found in the picture
spot_local = local (partial) minimum
flag_global = ★ lowest in sight (global minimum)
flag_local = ○ a dip: local (partial) minimum
flag_local_higher = ○ dip, { $number } higher: local (partial) minimum
spot_maximum = top (maximum)
spot_saddle = saddle
spot_flat = level place
spot_kink = kink
spot_edge = lowest around here, at the edge
spot_edge_lowest = lowest found in the picture, at its edge
spot_uncertain = level here: neither a minimum nor a maximum is certain
spot_at_kink = { $name }, at a kink
spot_at_jump = { $name }, at a jump
spot_along = { $name }, all along a line
spot_along_kink = { $name }, all along a kink
spots_endless = Nothing is the lowest here: in this picture the function falls without end.
spots_elsewhere = None of them is the lowest: in this picture the function also goes lower, where it has no lowest place.

## Which minimum?

basins = Which minimum?
basins_hint = Colours every start by the minimum that the ball comes to from there, with these settings. Darker: later.
basins_searching = Searching for the minima …
basins_note = Where the ball comes to from each start; darker is later.
basin = { $number } { $mark } { $place }: { $share }
basin_share_least = under 1 %
basins_rest = { $count } others: { $share }
basins_unsettled = not settled after { $steps } steps: { $share }
basins_left = left the picture: { $share }
basins_stopped = stopped, no value: { $share }

## Predict, then reveal

with_numbers = With numbers
with_numbers_hint = Put the numbers of where the ball is into the formulas.
predict = Predict
predict_hint = Asks where the ball will be: drag the dashed ghost there, or use the arrow keys; then make the step and see.
guess_note = Drag the dashed ring, click, or use the arrow keys.
guess_ask = Where will the [ball:ball] be? It is at [ball:{ $place }], the [slope:slope] is [slope:{ $slope }], the step size { $rate }. Drag the [ghost:dashed ring] there, then press Step.
guess_made = From [ball:{ $place }], you guess [ghost:{ $guess }]. Press Step, and see.
guess_told =
    { $n ->
        [one] You guessed [ghost:{ $guess }]. After one step the ball is at [ball:{ $place }]: [ghost:{ $apart } apart]. Drag the ring to guess again.
       *[other] You guessed [ghost:{ $guess }]. After { $steps } steps the ball is at [ball:{ $place }]: [ghost:{ $apart } apart]. Drag the ring to guess again.
    }

## A race

race = race
race_hint = Several balls roll at the same time, each with the same number of steps: from one start by several optimizers or step sizes, or from ten starts.
race_lanes_hint = Who races: up to six optimizers as in sgd,adam, up to six step sizes as in 0.01,0.1, or starts. The seed says which starts.
race_alone = one ball
race_optimizers = six optimizers
race_rates = six step sizes
race_starts_name = ten starts
drop_ten = Drop ten
drop_ten_hint = Drops ten balls from ten places all over the picture, and shows which minimum each finds. Once more: one ball again.
race_table = Who is where
race_who = who
heights_title = Height over steps
heights_note = One line for each of the table’s balls.
heights_label = The height of each ball of the race over the steps.
race_start = { $count } balls start at the same place and differ in one thing: the { $what }. Press play: each makes the same number of steps.
race_starts = { $count } balls wait at { $count } places, with the same settings. Press play, and see which minimum each finds.
race_moment = After { $steps } steps [racer-1:{ $lowest }] is the lowest, at height { $height }. Of { $count }, { $stand }.
race_none = After { $steps } steps none is in the picture any more: { $stand }. A smaller step size keeps them here.
race_row = at { $place }: { $how }
race_row_from = from { $start } to { $place }: { $how }
race_settled = settled
race_settled_in = settled, { $sign } { $name }
race_left = left the picture
race_stopped = stopped where there is no value
race_going = still going

## What comes of a step size

ahead_settles =
    { $n ->
        [one] settles after 1 step
       *[other] settles after about { $settled } steps
    }
ahead_bounces = still bounces to and fro after { $steps } steps
ahead_crawls = still crawls after { $steps } steps
ahead_leaves = leaves the picture
ahead_stops = stops where there is no value
dial_here = From the start: { $how }.
dial_at = { $rate }: { $how }
dial_rule = Near { $place } by rule of thumb: │ overshoots above { $overshoots }, ┃ settles below { $settles }.
dial_no_rule = No rule of thumb: this optimizer changes its steps by itself.
dial_no_minimum = No rule of thumb here.
dial_label = Step sizes from this start: { $stretches }.
dial_stretch = { $from } to { $to } { $how }
dial_place = { $from } { $how }
dial_settles = settles
dial_bounces = bounces
dial_crawls = crawls
dial_leaves = leaves
dial_stops = stops

## The page of a function

function = function
function_hint = Type a formula, such as x^2 + sin(3x), 2x e^(-x^2), |x|, {"{"}x<0: x^2, x+2{"}"}, x^(2/3), a real root also left of 0, or, with x and y, x^2 - y^2.
function_task = A ball on a function: { $name }
function_typed = your own
function_name = { $name }: { $formula }
functions = or one of these
functions_hint = Functions with a name, each with a start of its own.
functions_1 = one variable: a curve
functions_2 = two variables: a surface
step_size = step size
step_size_hint = How far each step goes: the step is −step size × slope.
start = start
start_hint = Where the ball begins: a number, or two joined by a comma.
domain = What is in sight
domain_hint = From where to where the picture reaches.
domain_x_from = domain: x from
domain_x_to = x to
domain_y_from = y from
domain_y_to = y to
condition_number = condition number
condition_number_hint = How many times more the bowl bends one way than the other.
steps = step
x = x
y = y
height = height f
slope = slope f′
slope_x = slope along x
slope_y = slope along y
steepness = steepness
step_x = next step in x
step_y = next step in y
secant_run = second point: run
secant_rise = second point: rise
secant_slope = rise over run
second_derivative = curvature f″
bend_most = most curved
bend_least = least curved
bend_along = { $value } along { $direction }
derivative = Derivative
derivative_title = Its slope everywhere: the derivative
derivative_note = Where it is 0, the curve is level.
derivative_label = The derivative of the function, with the slope at the ball marked.
line_title = Ball on a curve
line_note = Drag the ball, click, or use the arrow keys.
line_label = The function’s curve with the ball, the tangent and the coming step. Arrow keys move the start.
plane_map_note = Drag the ball, click, or use the arrow keys. Equal scales; { $lines }.
plane_map_note_unequal = Drag the ball, click, or use the arrow keys. The scales of x and y differ; { $lines }.
lines_even = a line every { $step } of height
lines_rising = lines at 1, 2, 5, 10, … above the lowest
plane_map_label = Contour map of the function, with the ball, its trail, gradient and step. Arrow keys move the start.
plane_surface_label = Surface of the function. Arrow keys turn it.
facts = Facts
written = The function and its derivative
too_long = too long to be written here; the picture is exact all the same
derivation = How this derivative comes about
derivation_of_two = How these derivatives come about
derivation_note = In each derivative the other variable is held still: it counts as a number.
rule_constant = Constant: it does not change, so its slope is 0
rule_variable = The variable itself: x′ = 1
rule_sum = Sum: (u + v)′ = u′ + v′
rule_factor = Constant factor: (c u)′ = c u′
rule_product = Product: (u v)′ = u′ v + u v′
rule_quotient = Quotient: (u/v)′ = (u′ v − u v′)/v²
rule_power = Power: (xⁿ)′ = n xⁿ⁻¹
rule_chain = Chain: f(u)′ = f′(u) u′
rule_exponent = Variable exponent: (uᵛ)′ = v uᵛ⁻¹ u′ + uᵛ ln(u) v′
rule_larger = Larger or smaller one: the slope of the one that counts; step is 0 or 1
rule_pieces = In pieces: each piece has its own slope; a comparison is 1 or 0, and its slope 0
function_source = Source: { $source }.

## The page

name = Downhill
task = A network learns to tell apart: { $classes }
play = Play
play_again = Play again
pause = Pause
play_hint = A step for each picture of the screen, until you pause. Key: space.
step = One step
step_hint = One step forward. Key: a point.
step_back = One step back
step_back_hint = One step back, to the same numbers as before. Key: a comma.
reset = Reset
reset_hint = Back to the start, with all settings as they are now; what was computed is forgotten.
recomputing = Computing again: { $percent } %
stop_recomputing = Stop
stop_recomputing_hint = Stays with what is computed so far; what is not there yet is left out.
undo = Undo
undo_hint = Takes back the last change of a control. Keys: Ctrl+Z.
stopped = The figure has stopped by a fault of its own. It can begin again where it was.
timeline = timeline
timeline_hint = Every moment of this run, back and forth. Change a control in the middle, and another run begins there.
to_start = To the start
to_end = To the last step so far
rose = first rise: step { $iteration }
rose_hint = Goes to the first step after which the ball, or the loss, was higher than before.
step_of = step { $at } of { $furthest }
step_first = step 0
iteration_speed = iteration { $at }, { $speed } per second
iteration_of = iteration { $at } of { $furthest }
epoch_iteration_of = epoch { $epoch }, iteration { $at } of { $furthest }
iteration_first = iteration 0
more = More
more_hint = All other settings.
less = Less
learning_rate = learning rate (the step size)
learning_rate_alone = learning rate
learning_rate_hint = How far each step goes: the step is −learning rate × gradient.
weight = weight
weight_hint = The weight along the curve. Click one in the diagram, or choose it here.
weight_value = value of this weight
weight_value_hint = The value of the weight that carries the ball, from this iteration on. You can also drag the ball along its curve. Undo takes it back.
freeze = Freeze
freeze_hint = Holds this weight: its gradient is still there, but no step moves it. A bar crosses its line.
frozen = frozen weights
second_weight = second weight
second_weight_hint = The other weight of map and surface.
seed = seed
seed_hint = Where all chance comes from: the same seed gives the same run.
new_start = New start
new_start_hint = Other random weights, and another choice of samples kept for validation and testing.
data = data
data_own = your own
data_hint = What the network learns from.
save = save
save_hint = The network as it is now, its data, or how it came there. The programs, when run, print the loss that stands here.
export_numpy = NumPy program
export_pytorch = PyTorch program
export_weights = weights (JSON)
export_data = data and answers (CSV)
export_history = history of the run (CSV)
export_experiment = experiment (JSON)
download = Download
download_hint = Saves the file that is chosen beside it.
copy = Copy
copy_hint = Copies the file’s text, to be pasted elsewhere.
copied = copied
copy_failed = The browser did not let the page copy. Use Download instead.
read_rows = { $rows } rows read.
read_missing = { $count } left out, where a cell is missing; the first: line { $line }, { $column }.
read_skipped = { $count } lines skipped, which begin with # or stand before the table; the first: line { $line }.
read_row_numbers = Left out, as it only numbers the rows: { $columns }.
read_dates = Left out, as they hold dates: { $columns }. As an input, a date is its year with decimals.
read_units = Left out, as not all their numbers have the same unit: { $columns }. Give them one unit, or none.
read_month_first = In { $columns } the month is read first. If it is the day, write the dates as 2024-12-31.
read_unused = Left out, as they hold no numbers or were not chosen: { $columns }.
left_out = It was left out.
columns = What the columns are for
columns_hint = Whether this column is given to the network, is to be learned, or is left out.
role_input = input
role_target = target: to be learned
role_unused = left out
classes = Numbers are classes
classes_hint = Whether the target’s numbers name classes, such as 0, 1, 2, or are values.
paste = or paste rows here
paste_hint = Rows from a spreadsheet or a CSV file. A file can also be dropped on the page.
csv = your own file (CSV, JSON)
csv_hint = A table: its columns of numbers are inputs, its last column of words is learned; both can be chosen. Or a saved experiment, or weights. The file stays in this browser.
features = what the network is given
features_hint = One input of the network for each: an input as it is, or a formula of it. It starts anew.
features_typed = or formulas
features_typed_hint = Formulas of x and y, the first and the second input in their own units, joined by semicolons, as in x;y;x^2. Empty for the inputs as they are.
features_none = the inputs
feature_last = The network needs at least one input: choose another one before you take away the last.
noise = noise
noise_hint = How far made data are scattered, from 0 to 1; empty for the usual. Measured data stay as they are.
layers = hidden layers
layers_hint = How many units each hidden layer has, as in 5 or 8-8.
layers_edit = Hidden layers, edited
layer_more = + layer
layer_more_hint = Another hidden layer, like the last. Training starts anew.
layer_fewer = − layer
layer_fewer_hint = Without the last hidden layer. Training starts anew.
layer_of = Hidden layer { $layer }
unit_more = Layer { $layer }: one unit more
unit_fewer = Layer { $layer }: one unit fewer
units_of = Layer { $layer }: units
units_hint = How many units this layer has. Training starts anew.
activation_of = Layer { $layer }: activation
activation_of_hint = What each unit of this layer makes of the sum that comes in. Training starts anew.
layers_most = A network here has up to { $most } hidden layers.
layers_fewest = There is no hidden layer left to take away.
units_most = A layer here has up to { $most } units.
units_fewest = A layer has at least one unit: take the layer away instead.
budget = [warning:Large network:] frames take longer than usual. It learns all the same; fewer units or samples make it smooth.
budget_lines = { " " }Of its { $count } weights the { $drawn } largest are drawn.
activation = activation
activation_hint = What each hidden unit makes of the sum that comes in.
output_activation = output activation
cost = cost
cost_hint = How it is counted how wrong an answer is.
optimizer = optimizer
optimizer_hint = How a gradient becomes a move. Choosing one starts over with its usual learning rate.
initialization = first weights
initialization_hint = How the weights at the start are chosen: at random, or all 0.
l1 = penalty on |w| (l1)
l1_hint = Makes weights count as loss by their size: small ones go to 0.
l2 = penalty on w² (l2)
l2_hint = Makes weights count as loss by their squares: none gets large.
dropout = dropout
dropout_hint = The share of hidden units that each step leaves out, at random.
schedule = schedule
schedule_hint = How the learning rate changes: constant, step:30:0.1, exponential:0.99, cosine:200, warmup:20, one_cycle:300.
gradient_noise = gradient noise
gradient_noise_hint = How much is added to each gradient at random.
formulas = Update: { $optimizer }. { $optimizer_source }. Cost: { $cost }. { $cost_source }.
update = Update: { $optimizer }. { $source }.
batch_size = batch size
batch_size_hint = How many samples each step looks at: a number, or full.
iterations_per_frame = iterations per frame
iterations_per_frame_hint = How fast the run goes by: 0.1 is one iteration every ten frames, 10 is ten in each, max is as many as a frame has time for.
iterations_per_frame_0-1 = slow
pace = speed
theme = theme
theme_hint = Colours and sizes: light, dark, or large for the back row.
theme_auto = automatic
theme_light = light
theme_dark = dark
theme_projector = projector
theme_projector_dark = projector, dark
edits = Changed during the run:
edit = from iteration { $iteration }: { $key } { $value }
edit_remove = Remove
views = Views
still_title = step { $count }
curve = Curve
curve_title = One weight’s hill
curve_note = The loss on all { $all } training samples as this weight alone varies: drag the ball.
curve_note_batch = The loss on this step’s { $n ->
        [one] one sample
       *[other] { $count } samples
    } (thin: on all { $all }) as this weight alone varies: drag the ball.
curve_note_dropout = The loss on this step’s { $n ->
        [one] one sample
       *[other] { $count } samples
    }, without dropped units, as this weight alone varies: drag the ball.
curve_label = The loss as the selected weight varies, with the ball, the tangent and the coming step. Arrow keys read it.
map = Map
map_title = The ball from above
plane_title = Two weights’ landscape
map_note = Drag the ball. Equal scales; a line every { $step } of loss; darker is lower.
map_label = Contour map of the loss over two weights, with the ball and its trail. Arrow keys read it.
map_note_random = Each unit’s part as long as its weights; a line every { $step }; darker is lower.
map_note_path = Where the path reaches furthest; a line every { $step }; darker is lower.
map_note_gradient = Gradient and momentum; a line every { $step }; darker is lower.
plane = the plane of map and surface
plane_hint = Over which plane of all weights map and surface show the loss.
plane_weights = two weights
plane_random = random
plane_path = path so far
plane_gradient = gradient
gradient_steeper = gradient: longer than drawn
keep = Keep
keep_hint = Keeps this run: change one thing, run again, and see both curves, both ways on the map, and a table of what differs.
kept = Kept runs
kept_run = run
kept_now = now
kept_differs = { $key } { $value } (now { $now })
kept_same = nothing differs
kept_open = Open run { $number }
kept_open_hint = Goes to this run, with its settings. Undo leads back.
kept_remove = Remove
kept_other_data = other data
kept_pictures_label = What the present run and each kept run answer, side by side, first the present one; the table below names them.
kept_pictures_hint = What each run answers. Click one: that goes to it, as its button in the table does.
kept_full = Four runs are kept already: remove one of them first (see the table of kept runs).
kept_right = training right
kept_r_squared = R², training
hold = Hold
hold_hint = The plane stays where it is while the ball rolls on: then the ball leaves it, and its shadow is drawn. Once more: the plane follows the ball.
plane_at = plane stays from iteration
plane_at_hint = An iteration such as 0 or 120: the plane through the ball there stays. Empty: it follows the ball.
plane_in = { " " }The ball is in the plane: true loss.
plane_in_batch = { " " }The ball is in the plane: loss on that step’s { $n ->
        [one] one sample
       *[other] { $samples } samples
    }.
plane_off = { " " }The [ball:ball] is { $distance } off: true loss { $loss }, at its shadow { $shadow }.
plane_off_batch = { " " }The [ball:ball] is { $distance } off: loss on that step’s { $n ->
        [one] one sample
       *[other] { $samples } samples
    } { $loss }, at its shadow { $shadow }.
plane_share = { " " }{ $share } of the path’s variance is in it.
plane_now = { " " }Iteration { $iteration }.
plane_age =
    { $n ->
        [one] { " " }Iteration { $iteration }, 1 frame ago.
       *[other] { " " }Iteration { $iteration }, { $frames } frames ago.
    }
plane_share_short = { $share } of the path
plane_off_short = { $share }, ball { $distance } off
direction_random = random direction { $number }
direction_principal_1 = 1st principal direction: { $share } of the path
direction_principal_2 = 2nd principal direction: { $share }
direction_momentum = momentum, across the gradient
direction_move = last move
direction_step = coming step
direction_any = any other direction
surface = Surface
surface_title = The ball in space
landscape = How two weights’ losses are shown
landscape_surface = 3-D
landscape_map = from above
surface_note = Drag to turn.
surface_of_all = { " " }Height: loss on all { $count } training samples.
surface_of_batch = { " " }Height: loss on this step’s { $n ->
        [one] one sample
       *[other] { $count } samples
    }.
enlarge = Enlarge
enlarge_back = Back to all pictures
right_share = training { $train } right, test { $test }
right_share_alone = training { $train } right
r_squared_share = R² training { $train }, test { $test }
r_squared_share_alone = R² training { $train }
task_values = A network learns a function: { $value } for each { $input }
source_formula = Data: { $rows } samples of the formula { $formula }.
surface_label = Surface of the loss over two weights. Arrow keys turn it.
turn_left = Turn left
turn_right = Turn right
turn_up = From higher up
turn_down = From lower down
turn_back = Turn back
boundary = Answers
boundary_title = What it answers
neuron_task = One neuron fits a line: { $classes }
source_neuron = Data: { $source }; { $licence }.
neuron_title = The neuron’s line
neuron_tab = Line
neuron_label = The points, the neuron’s line and the error of each point. Arrow keys read them.
neuron_map_label = Contour map of the cost over weight and bias, with the ball, its trail and step. Arrow keys move the start.
neuron_surface_label = Surface of the cost over weight and bias. Arrow keys turn it.
neuron_note_squares = Each [slope:square] is a point’s error, squared; the cost is the { $cost }.
neuron_note_lines = Each [slope:line] is a point’s error; the cost is the { $cost }.
neuron_map_note = Drag the ball, click, or use the arrow keys. Equal scales; { $lines }; darker is lower; the arrow shows which way the step goes.
neuron_map_note_batch = { " " }Cost on this step’s batch of { $n ->
        [one] one sample
       *[other] { $count } samples
    }.
neuron_sentence = At weight { $weight }, bias { $bias } the [ball:neuron] has a cost ({ $cost }) of { $loss }; the [slope:gradient] is [slope:{ $gradient }], so the next [step:step] moves it by [step:{ $step }].
neuron_rests_best = [ball:It] has come to rest after { $steps }: the { $cost } is { $loss }, and no other weight and bias does better.
neuron_rests = [ball:It] has come to rest after { $steps }: the { $cost } is { $loss }, and no step leads on from here.
neuron_falls = All { $steps } are made: the { $cost } fell from { $from } to { $loss }, and it has not come to rest. To go on, raise the number of steps.
neuron_grows = [warning:Each step is too long:] the last { $grew } all led higher up, and the { $cost } is { $loss } now. Reset, then try a smaller step size.
neuron_stopped = [warning:Stopped] after { $steps }: they were too long, and led so far up that the numbers are too large to compute. Reset, then try a smaller step size.
network_ended = From { $from } to { $to } right in { $steps }, of the samples that it learns from.
network_ended_fell = The { $cost } fell from { $from } to { $to } in { $steps }.
network_ended_values = The { $cost } went from { $from } to { $to } in { $steps }.
neuron_far = [warning:The ball is far outside the picture:] the steps were too long. Reset, then try another start or a smaller step size.
neuron_found_hint = The machine finds it, step by step; you may say where it begins.
neuron_chosen = What you choose
neuron_found = What the machine finds
neuron_weight = weight
neuron_bias = bias
slope_weight = slope along weight
slope_bias = slope along bias
step_weight = next step in weight
step_bias = next step in bias
squared_error = mean squared error
half_squared_error = half mean squared error
absolute_error = mean absolute error
huber = mean Huber error
softmax_cross_entropy = cross-entropy
binary_cross_entropy = binary cross-entropy
hinge = mean hinge loss
unit_nats = nats
unit_deviations = deviations
unit_squared_deviations = deviations²
boundary_note = { $classes } An area has the colour of the answer there. Filled: { $train } to learn from; hollow: { $test } kept for testing.
visits_all = Each step sees all { $of } samples: one step is one epoch.
visits_own = [step:Ringed]: the samples of the coming step.
visits = Epoch { $epoch }: { $seen } of { $of } samples seen. [step:Ringed]: the next { $count }. Small: still to come.
visits_last = Epoch { $epoch }: { $seen } of { $of } samples seen. [step:Ringed]: the last { $count }; then each was seen once.
visits_begin = All { $of } seen: epoch { $before } is complete. [step:Ringed]: the first { $count } of epoch { $epoch }. Small: still to come.
validation_note = { " " }With a point inside: { $validation } kept for validation.
fit_note = [ball:The curve] is what the network says. [slope:Lines] are errors of the coming step’s samples. Filled: { $train } to learn from; hollow: { $test } kept for testing.
fit_note_formula = [ball:The curve] is what the network says, the thin one is the formula. [slope:Lines] are errors of the coming step’s samples. Filled: { $train } to learn from; hollow: { $test } kept for testing.
class_mark_1 = [class-1:● { $name }]
class_mark_2 = [class-2:▲ { $name }]
class_mark_3 = [class-3:■ { $name }]
boundary_label = The network’s answers for every input, with the samples on top. Arrow keys read them.
errors = Errors
errors_hint = Draws a sample the larger, the more it alone costs: these hurt most.
errors_note = Size: what a sample alone costs, { $largest } at most.
paint = Paint
paint_hint = Make data of your own by hand, in this picture: paint points, or draw a curve to be learned.
brushes = What to paint with
paint_points = Click or drag to paint.
paint_curve = Drag to draw the curve to be learned.
paint_anew = Each stroke starts anew, from the same seed; all points are learned from.
paint_kept = The first stroke makes these points your own; it starts anew, and all are learned from.
paint_rounded = The first stroke makes these points your own, rounded; it starts anew, and all are learned from.
paint_emptied = The first stroke takes these points away, as there is no painting on them, and starts anew.
paint_full = [warning:The address is full:] these { $count } points are all that fit. Erase some, or save the data as a file, under More.
paint_last = [warning:Not erased:] each class, and a curve, keeps its last point, to have something to learn. A third class can go.
paint_at = At { $x }, { $y }. Enter paints, Delete erases the nearest, Escape ends.
paint_pen = Pen
paint_erase = Eraser
paint_more = + class
paint_clear = Clear
paint_clear_hint = Leaves one point of each class, or of the curve. Undo brings all back.
paint_other_curve = Draw a curve
paint_other_points = Paint points
paint_other_hint = Values over one input in place of classes over two, or the other way round. It begins almost empty; undo leads back.
paint_label = What the network answers, and you paint what it learns from. Arrow keys move the cross-hair, with Shift a tenth as far. Enter paints, Delete erases the nearest point, 1 to 3 choose a class, Escape ends.
diagram = Network
diagram_title = The network
diagram_note = Units: [positive:above 0], [negative:below 0], ± the largest. Lines: [positive:solid positive], [negative:dashed negative], wide is large, short a bias; ○ is the second weight. [step:Green]: the last move.
diagram_hint = Each picture is what a unit puts out over the first two inputs, all others at their mean; its own largest value has the full colour. Click a line to put the ball on it.
diagram_label = The network's weights. Arrow keys choose the weight to look along.
chart = Chart
hidden_layer = Hidden layer
hidden_layer_hint = Whose space is shown: each layer bends what the one before has bent.
hidden_layer_1 = layer 1
hidden_layer_2 = layer 2
hidden_layer_3 = layer 3
hidden_layer_4 = layer 4
hidden_layer_5 = layer 5
hidden_layer_last = last layer
chart_hint = What is charted: the loss, gradients layer by layer, the weights, right and wrong answers, the hidden space, how sharply the loss bends, the learning rate.
chart_label = A chart of the run; the sentence above it says what is to be seen. Arrow keys read it.
chart_loss_note = Loss ({ $cost }): { $train } on training samples, { $test } on test samples.
chart_loss_note_alone = Loss ({ $cost }): { $train } on training samples.
chart_loss_note_penalty_alone = Loss ({ $cost } and penalty): { $train } on training samples; { $penalty } of it is the penalty.
chart_loss_note_penalty = Loss ({ $cost }): { $train } on training samples, { $penalty } of it the penalty; { $test } on test samples, without penalty.
chart_loss_note_validation = { " " }On validation samples: { $validation }.
penalty = penalty
chart_layer = layer { $layer }
chart_gradients_note = How long each layer’s part of the [slope:gradient] is: { $first } in the first, { $last } in the last.
chart_gradients_note_one = How long the [slope:gradient] is: { $first }.
chart_gradients_note_vanish = [warning:The gradient vanishes]: { $first } in the first layer, { $last } in the last, { $ratio } of it. The first layers hardly learn.
chart_gradients_note_explode = [warning:The gradient explodes]: { $first } in the first layer, { $last } in the last, { $ratio } times less.
chart_weights_note = How many weights are how large, biases aside.
chart_weights_x = weight
chart_weights_y = how many
chart_learning_rate_note = The [step:learning rate] is { $rate } now.
chart_answers_note = On { $samples } samples { $right } are right: those in the frames. The more samples, the stronger the colour.
chart_answers_note_values = On { $samples } samples R² is { $explained }: the share of the values’ scatter that the answers explain. Right answers lie on the line.
answers_expected = expected
answers_answered = answered
hidden_space_x = distance from the straight border
hidden_space_scattered = where samples are scattered most
hidden_space_rise = along the last layer’s weights
hidden_space_y = at right angles to it
chart_hidden_space_note = The last hidden layer sees the same samples bent, and the grid with them: { $right } of the training samples are on the right side of a straight border.
chart_hidden_space_note_apart = The last hidden layer sees the same samples bent, and the grid with them: straight borders separate the classes of all training samples.
chart_hidden_space_layer = Hidden layer { $layer } of { $count }: the samples and the grid as it sees them, bent a little further by each layer.
chart_hidden_space_values = The last hidden layer sees the same samples bent: along its last weights the answer rises from left to right.
chart_hidden_space_none = There is no hidden layer: a straight line must separate the inputs as they are.
sharpness = λ, training
sharpness_limit = settles below
sharpness_axis = sharpest curvature λ
chart_sharpness_note = λ = { $curvature }: by the rule of thumb, steps settle below a learning rate of { $limit }; it is { $rate }.
chart_sharpness_note_above = [warning:Above the limit:] λ = { $curvature }; by the rule of thumb, steps settle below a learning rate of { $limit }, and it is { $rate }.
chart_sharpness_note_schedule = λ = { $curvature }: by the rule of thumb, steps settle below a learning rate of { $limit }; it is { $rate } now and changes.
chart_sharpness_note_none = λ = { $curvature }. For this optimizer there is no rule of the form 2/λ: it chooses its own steps.
chart_sharpness_note_decay = λ = { $curvature }. With weight decay or dampening there is no rule of the form 2/λ.

## Sharing, and the calls of a page around it

share = Share
share_hint = A link, code for a page of your own, pictures, the run’s numbers.
share_title = Share this figure
share_at = Open at this step, { $iteration }
share_view = Shows
share_view_all = all of it
share_width = Width
share_height = Height
share_link = Link
share_iframe = A frame, for any page
share_element = The element, for a page that takes scripts
share_copy = Copy
share_copied = Copied
share_copy_failed = The browser did not let the page copy: the text is selected, copy it from there.
share_long = This experiment is too long for a link. Under More, save it as a file: it can be opened here again.
share_class_link = Link for the class
share_class_code = My code
share_nowhere = This copy has no address on the web: a link or a frame leads to it only on this computer.
share_guide = How to embed a figure
share_single_file = All of Downhill in one file, for a memory stick
share_files = Files
share_png = Picture, PNG
share_svg = Picture, SVG
share_csv = Numbers, CSV
share_preview = Preview, { $width } × { $height }
share_close = Close
embed_said = A figure that lives where scripts run: a ball rolls downhill, or a network learns.
embed_open = See it in motion
state_bad = This is no state of a figure: it needs version 1, and a query or an experiment.
image_none = There is no picture “{ $view }” to be seen. There are: { $views }.
image_failed = The browser could not make the picture.

## What is under the pointer

probe_row = Row { $row }, to learn from
probe_row_validation = Row { $row }, kept for validation
probe_row_test = Row { $row }, kept for testing
probe_answer = [ball:answer]
probe_class = { $class }, { $share }
probe_measured = measured
probe_error = [slope:error]
probe_loss = loss of it alone
probe_probabilities = Probability of each class here
probe_shares = Share of each class here
probe_here = Here
probe_value = [ball:value]
probe_gradient = [slope:gradient]
probe_last_move = last move
probe_next_move = [step:next move]
probe_unit = { $name }: over { $number } samples
probe_unit_sample = { $name }: sample { $number }
probe_puts_out = puts out
probe_lowest = lowest
probe_mean = mean
probe_highest = highest
probe_plane = In this plane
probe_about = ≈ { $value }
probe_iteration = Iteration { $iteration }
probe_rate = [step:learning rate]
probe_bar = Weights from { $from } to { $to }
probe_cell = Answers, { $samples }

numbers = Numbers
epoch = epochs complete
train_loss = loss, training
validation_loss = loss, validation
test_loss = loss, test
batch_loss = loss, this batch
train_accuracy = accuracy, training
validation_accuracy = accuracy, validation
test_accuracy = accuracy, test
train_r_squared = R², training
validation_r_squared = R², validation
test_r_squared = R², test
gradient_norm = gradient norm
value = this weight
gradient = gradient
velocity = velocity
weight_decay_part = weight decay
next_step = next step
source = Data: { $source }; { $licence }. Inputs are standardized on the training rows.
source_own = Data: your own; they stay in this browser. Inputs are standardized on the training rows.
source_dropped = Data: { $source }; { $licence }. { $dropped } of { $rows } rows lack a measurement and are left out. Inputs are standardized on the training rows.

## Examples that teach

example = example
example_none = choose …
example_hint = Experiments in which one thing is to be seen; below the buttons stands what.
example_learns_well = learns well
example_too_high_a_rate = too high a rate
example_equal_weights = equal weights
example_no_hidden_layer = no hidden layer
example_squares_as_inputs = squares as inputs
example_vanishing_gradients = vanishing gradients
example_dead_units = dead units
example_over-fitting = over-fitting
example_over-fitting_cured = over-fitting cured
example_bad_minimum = bad minimum
example_good_minimum = good minimum
example_spiral = spiral
example_sunspots = sunspots
example_sunspots_forecast = sunspots forecast
example_a_formula = a formula
example_labels_by_a_formula = labels by a formula
watch_learns_well = Watch the loss fall on both kinds of samples: a few hundred steps, and nearly all are told apart.
watch_too_high_a_rate = Watch the loss jump instead of fall: each step goes across the valley and lands higher up. The example learns well has the same data, and a hundredth of this rate.
watch_equal_weights = Watch the hidden units: all begin at zero, all get the same gradient, so none ever becomes different from the others, and nothing is learned.
watch_no_hidden_layer = Watch the border: without a hidden layer it is one straight line, and no line has more than three quarters of these on the right side.
watch_squares_as_inputs = Watch the border become a circle without any hidden layer: the network is given the squares of both inputs, and a weighted sum of them is all it takes.
watch_vanishing_gradients = Watch the first layer’s weights stand still: back through six layers of sigmoid, less than a thousandth of the gradient is left for them.
watch_dead_units = Watch the loss get stuck: the first steps were so long that every unit of a layer answers 0 to every sample. Its gradient is 0, so it never comes back.
watch_over-fitting = Watch the two losses part: on the 30 samples it learns from the loss goes to 0, on the others it grows. The network has learned them by heart.
watch_over-fitting_cured = Watch the two losses stay together: the same network and data, but large weights cost something (l2).
watch_bad_minimum = Watch it come to rest with three of ten wrong: the ball lies in a poor minimum. The example good minimum differs in the seed only.
watch_good_minimum = Watch it come to rest much lower than in the example bad minimum: the same network and settings, another seed.
watch_spiral = Watch the border wind itself around both arms, from x₁ and x₂ alone.
watch_sunspots = Watch the curve find the eleven years between two peaks, and look at the hollow points, which it never saw: it fills gaps well.
watch_sunspots_forecast = Watch the curve on the right, where no year was learned: it fits the past and knows nothing of the future. R² on these years is below 0: the mean would guess better.
watch_a_formula = Watch the thick curve bend towards the thin one, which is the formula; it only sees the points, and they are noisy.
watch_labels_by_a_formula = Watch the border become the line where the formula sin(x) − y/3 is 0. Type another under More: target.
target = target (a formula)
target_hint = A formula to be learned in place of data: of x, its values; of x and y, where it is above 0. Empty for the data.
sampled = where it is sampled
sampled_hint = From where to where, as in -5,5, or for x and then y, as in -5,5,-2,2; empty for the usual.
samples = samples
samples_hint = How many samples are made, from 10 to 5000; empty for the usual. Measured data stay as they are.
test_fraction = kept for testing
test_fraction_hint = The share of the samples that it does not learn from: 0 to 0.9.
validation_fraction = kept for validation
validation_fraction_hint = The share of the samples that tells when to stop: it does not learn from them, and patience watches their loss. 0 to 0.9, of all samples.
test_rows = which of them
test_rows_hint = Which samples are kept for testing: any, or the last ones, as in a forecast. Those for validation come next.
test_rows_random = any
test_rows_last = the last
standardize_targets = Scale the values
standardize_targets_hint = Brings the values that are to be found to mean 0 and deviation 1: then the usual learning rates do. The loss is counted in deviations.

## A class: presenter mode, the story, the teacher's notes

present = Present
present_hint = For a class: it fills the screen, large, with nothing but what matters. Key: P.
present_end = End
present_end_hint = Back to the page. Keys: P, Escape.
present_begin = Page Down begins the lesson “{ $title }”.
present_numbers = The numbers that matter
present_controls = The lesson
present_dark = Dark room
present_light = Light room
present_room_hint = Light colours for a bright room, dark ones for a dark room.
present_blank = The screen is blank. The same key shows it again.
beat_back = Beat before
beat_next = Next beat
beat_of = { $beat } of { $beats }
ask = Question
notes = Notes
notes_hint = A second window for you alone: what to say, the next beat, the time. Key: S.
notes_blocked = The browser has blocked the window with your notes. Allow pop-up windows for this page, then open the notes again.
notes_title = Notes for the teacher
notes_none = No story is open. Page Down in the other window begins the lesson.
notes_next = Next: { $heading }
notes_last = This is the last beat.
notes_clock = Time
notes_elapsed = Since the beginning
story = A lesson
story_lesson = Tell the lesson
story_lesson_hint = The lesson that comes with Downhill, beat by beat, for a class. Page Down goes on, Page Up goes back.
story_file = a story, from a file
story_file_hint = A lesson of your own: a Markdown file. It can be dropped on the figure, too.
story_close = Close the story
story_close_hint = What is shown stays.
story_dropped = This file is no story. A story is a Markdown file (.md); a table can be dropped in the scene Network.
story_missing = The story “{ $address }” could not be read: { $why }. Look for a slip in its name, or open it from a file, under More.
story_elsewhere = A story lies on the same site as this page, and “{ $address }” does not. Save it as a file and open that, under More.

## Keys

keys = Keys
keys_hint = All keys, and what each does. Key: a question mark.
keys_title = Keys
keys_close = Close
keys_focus = They work while the figure has the focus.
keys_single = Single keys
keys_single_hint = Off: letters, digits and signs do nothing, as some who speak to their computer need it. Arrows, Space, Page Up and Page Down stay.
keys_key = Key
keys_does = What it does
key_play = play, or pause
key_step = one step forward; with Shift, ten
key_step_back = one step back; with Shift, ten
key_arrows = the ball, a slider, the surface: what has the focus
key_ends = on the timeline: to the first, to the last step
key_larger = a larger step size
key_smaller = a smaller step size
key_reset = the same start
key_new_start = another start (Network)
key_scenes = the scenes
key_full_screen = full screen, or back
key_table = the run as a table
key_present = presenter mode, or back
key_notes = a second window with the teacher’s notes
key_next = the next beat of the story; arrows and Enter in presenter mode
key_back = the beat before; arrows in presenter mode
key_blank = in presenter mode: the screen blank, or back
key_undo = take back the last change
key_close = close what is open; then give the focus back
key_list = this list
key_space = Space
key_page_down = Page Down
key_page_up = Page Up
key_arrow_keys = Arrows
key_home_end = Home, End
key_escape = Escape
key_enter = Enter
key_undo_keys = Ctrl Z

## A class: what its link locks, its goal, its results

lock = locked settings
goal = goal
class = For a class
class_about = Thirty screens with the same run: choose what stays as it is, and what is to be reached. The link, or its code, is all that pupils need: no account, and nothing is sent anywhere.
class_lock = Pupils cannot change
class_all = everything that makes the run another
class_goal = Goal
class_goal_none = none
class_goal_loss = loss under …
class_goal_height = height under …
class_goal_test_loss = test loss under …
class_goal_lowest = find the lowest place
class_below = under
class_within = within so many steps
class_within_empty = no limit
class_below_missing = Type the number that it is to fall below, such as 0.1.
class_qr = QR code of the link
class_qr_large = Fill the screen with it
class_qr_back = Back
class_qr_long = This link is too long for a QR code: with data of your own, hand on the link itself.
class_check = A pupil’s code
class_check_hint = The code that a pupil’s page shows under “My result”, such as 3K7M-Q2ZD.
class_result = My result
class_result_hint = The code and the link that you hand in.
class_code_about = The code says at which step this page is, and whether the goal is reached. The link opens at this very step.
class_code_none = There is no code here: the goal cannot be judged as things stand.
locked = The link keeps these as they are: { $names }.
locked_all = The link keeps all settings of the run as they are.
locked_hint = The link keeps this setting as it is.
locked_why = The link keeps “{ $name }” as it is, and this would change it.
goal_loss = loss under { $below }
goal_height = height under { $below }
goal_test_loss = test loss under { $below }
goal_lowest = find the lowest place
goal_within = { $goal } within { $steps }
goal_open = Goal: { $goal }. Now { $now } at step { $step }.
goal_away = Goal: { $goal }. Not there yet at step { $step }.
goal_reached = Goal: { $goal }. Reached at step { $step }.
goal_missed = Goal: { $goal }. Not reached, with { $now } at step { $step }. Go back to the start, change something, try again.
goal_none = Goal: { $goal }. But no lowest place is found in this picture.
goal_unknown = Goal: { $goal }. It cannot be judged yet.
goal_no_function = goal: the lowest place is one of a function, and this is a network. Take a loss, such as goal=loss<0.1.
goal_no_test = goal: there are no test samples here, so there is no test loss. Take the loss itself, such as goal=loss<0.1.
code_bad = A code has eight letters and digits, such as 3K7M-Q2ZD.
code_other = This code does not belong to this link: look for a slip of the pen, and whether goal and locked settings are those of the pupil’s link.
code_reached = The goal was reached at step { $step }.
code_open = The goal was not reached, up to step { $step }.

## Pictures in numbers

table = Table
table_hint = The pictures and the run in numbers.
table_title = In numbers
table_of = Shows
table_run = The run
table_copy = Copy as CSV
table_close = Close
table_none = There is no table of this yet.
table_more = Rows and columns are some of all, evenly apart. What is copied has all digits.
table_curve_caption = The curve at step { $step }: heights and slopes from left to right, the ball’s own place among them.
table_map_caption = The heights from above at step { $step }: one row for each place up, one column for each place across.
table_boundary_caption = What the network answers at step { $step }, over the plane of its inputs.
table_diagram_caption = The network’s weights at step { $step }, with the gradient and the coming move of each.
table_chart_caption = The chart up to step { $step }. { $chart }
table_runs_caption = The runs beside each other at step { $step }.
table_run_caption = The run up to step { $step }.
table_corner = { $y }; across: { $x }
table_class = { $class }, { $share }
table_answered = { $expected }; across: answered
table_from = from
table_to = to
table_row = row
table_first_axis = first axis
table_second_axis = second axis
table_sharpness = sharpest curvature
table_value = value
table_move = next move
table_differs = differs by
table_answer = answer
table_lane = run { $number }
step_word = step

## Sound

sound = Sound
sound_hint = Each step is a tone: the higher the loss, the higher the tone; left and right is the ball’s side.

## On paper

print = On paper
print_page = Print this step
print_page_hint = The pictures of this step as lines, with its settings, its numbers, its link and a code of it.
print_handout = Print a handout
print_handout_hint = Four to six steps of the run beneath each other, with what is said of each.
handout_short = A handout shows four to six steps of the run: make at least three steps first.
paper_settings = Settings
paper_link = This step on a screen
