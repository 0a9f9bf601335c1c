## The language itself

language_name = العربية
text_direction = rtl
decimal_mark = .
thousands_mark = ,
coordinates_mark = ،
number_undefined = غير معرّف
number_infinite = لا نهائي
language = اللغة
language_hint = لغة كل ما يُقال هنا.
language_auto = تلقائي
language_failed = تعذّر تحميل هذه اللغة. حاول مرة أخرى أو اختر لغة أخرى.

## What lists offer

chart_loss = الخسارة
chart_log_loss = الخسارة، لوغاريتمية
chart_gradients = التدرجات
chart_weights = الأوزان
chart_answers = الإجابات
chart_hidden_space = الفضاء المخفي
chart_sharpness = الحِدّة
chart_learning_rate = معدل التعلم
cost_softmax_cross_entropy = الإنتروبيا المتقاطعة (softmax)
cost_squared_error = مربع الخطأ
cost_half_squared_error = نصف مربع الخطأ
cost_absolute_error = الخطأ المطلق
cost_binary_cross_entropy = الإنتروبيا المتقاطعة الثنائية
data_penguins = البطاريق
data_iris = السوسن
data_nebulae = السدم
data_sunspots = البقع الشمسية
data_petals = البتلات
data_gaussians = سحب غاوسية
data_circles = الدوائر
data_moons = الأهلة
data_spirals = الحلزونات
data_playground_spirals = حلزونات Playground
data_spirals3 = ثلاثة حلزونات
data_checkerboard = رقعة الشطرنج
initialization_uniform = منتظم
initialization_zeros = أصفار

## The pictures

loss = الخسارة
iteration = التكرار
train = التدريب
test = الاختبار
validation = التحقق
weight_name = ⁦⁨{ $from }⁩ → ⁨{ $to }⁩⁩
weight_axis = الوزن ⁨{ $name }⁩
weight_frozen = ⁨{ $name }⁩، مجمد
bias_name = انحياز ⁨{ $to }⁩
hidden_unit = وحدة { $number }
hidden_unit_of_layer = طبقة { $layer } وحدة { $number }
axis_with_unit = ⁨{ $name }⁩ (⁨{ $unit }⁩)
axis_of = ⁨{ $variable }⁩: ⁨{ $name }⁩
slope_mark = الميل ⁨{ $slope }⁩
slope_mark_two = الميلان ⁨{ $left }⁩ و ⁨{ $right }⁩
slope_mark_none = لا ميل
slope_two = ⁨{ $left }⁩ يسارًا، ⁨{ $right }⁩ يمينًا
slope_none = لا يوجد
step_mark = الخطوة التالية
leaves_mark = هنا تخرج الكرة من الصورة
step_mark_magnified = الخطوة التالية، ⁦× ⁨{ $factor }⁩⁩
square_mark = مربع خطأ نقطة
loss_of_batch = الخسارة على عينات هذه الخطوة ({ $count })
loss_of_all = الخسارة على كل عينات التدريب ({ $count })

## What coloured words stand for

sign_slope = أزرق: الميل هنا، أو التدرج؛ يشير سهمه إلى جهة الصعود، وطول السهم بقدر شدة الميل.
sign_ball = برتقالي: الكرة، وهي الموضع الحالي.
sign_step = أخضر: الخطوة القادمة وما يتعلق بها.
sign_positive = فيروزي، خط متصل: أكبر من 0.
sign_negative = بني، خط متقطع: أصغر من 0.
sign_ghost = بنفسجي متقطع: تخمين، أو جولة تُركت.
sign_ink = بخط عريض: ما يُفعل.

## The one sentence

sentence_start = { $start }، ⁨{ $accuracy }⁩ من الإجابات صحيحة. كل خطوة تحرك كل الأوزان [step:نزولًا] على التكلفة (الخسارة: مقدار الخطأ).
sentence_start_level = { $start }، ⁨{ $accuracy }⁩ من الإجابات صحيحة. [slope:ميل] التكلفة (مقدار الخطأ) هنا [slope:⁨{ $slope }⁩]: الأرض مستوية على امتداد هذا الوزن. اضغط «تشغيل».
sentence_start_values_level = { $start }، تبلغ قيمة { $cost } [ball:للمنحنى] ⁨{ $loss }⁩. [slope:ميلها] هنا [slope:⁨{ $slope }⁩]: الأرض مستوية على امتداد هذا الوزن. اضغط «تشغيل».
start_random = بأوزان عشوائية
start_zeros = بأوزان كلها 0
start_equal = بأوزان كلها متساوية
start_given = بالأوزان كما ضُبطت
sentence_start_values = { $start }، تبلغ قيمة { $cost } [ball:للمنحنى] ⁨{ $loss }⁩. يحرك التدريب كل وزن نزولًا عليها: [slope:الميل] عند هذا الوزن [slope:⁨{ $slope }⁩]، فالنزول نحو { $direction }.
sentence_given = أعطى [slope:الانتشار العكسي] كل وزن تدرجه، وتدرج هذا الوزن [slope:⁨{ $slope }⁩].
sentence_moved = { " " }تحرك كل وزن بعكس تدرجه: هذا بمقدار [step:⁨{ $move }⁩].
sentence_uphill = { " " }ومع ذلك حملته سرعته صعودًا بمقدار [step:⁨{ $move }⁩].
sentence_frozen = { " " }لكن هذا الوزن مجمد: لا تحركه أي خطوة.
sentence_epoch_begun = الحقبة 1: العينات المشاهدة حتى الآن { $seen } من { $count }.
sentence_epochs =
    { $n ->
        [one] الحقبة 1: شوهدت كل العينات (عددها { $count }) مرة واحدة.
       *[other] الحقبة { $epoch }: شوهدت كل العينات (عددها { $count })، وعدد المرات { $epoch }.
    }
sentence_fell = { " " }انخفضت التكلفة من ⁨{ $from }⁩ إلى ⁨{ $to }⁩.
sentence_rose = { " " }ارتفعت التكلفة من ⁨{ $from }⁩ إلى ⁨{ $to }⁩.
sentence_right = { " " }الإجابات الصحيحة ⁨{ $to }⁩، وكانت ⁨{ $from }⁩.
sentence_worse = [warning:التكلفة أكبر مما كانت في البداية:] الخطوات أطول من اللازم. أعد الضبط، ثم خفّض معدل التعلم.
sentence_diverged = [warning:توقف] عند التكرار { $iteration }: لم تعد قيمة { $what } عددًا منتهيًا (أشد انحناء قبل ذلك: ⁨{ $curvature }⁩). أعد الضبط، ثم خفّض معدل التعلم.
sentence_diverged_grew = [warning:توقف] عند التكرار { $iteration }: لم تعد قيمة { $what } عددًا منتهيًا؛ وكانت الخسارة تزداد في خطوات متتالية عددها { $grew } (أشد انحناء: ⁨{ $curvature }⁩). أعد الضبط، ثم خفّض معدل التعلم.
left = اليسار
right = اليمين
way_none = مستوٍ، لا نزول في أي اتجاه
quantity_parameter = أحد الأوزان
quantity_loss = الخسارة
quantity_gradient = التدرج

## The one sentence of a ball on a function of x

line_start = عند [ball:⁨{ $place }⁩] يكون [slope:الميل] [slope:⁨{ $slope }⁩]، فالنزول نحو { $direction }. حجم الخطوة ⁨{ $rate }⁩، فالكرة [step:⁨{ $move }⁩].
line_moving = عند [ball:⁨{ $place }⁩] يكون [slope:الميل] [slope:⁨{ $slope }⁩]، فالنزول نحو { $direction }. حجم الخطوة ⁨{ $rate }⁩، فالكرة [step:⁨{ $move }⁩].
line_overshot = عبرت الخطوة الأخيرة القاع: عند [ball:⁨{ $place }⁩] صار [slope:الميل] [slope:⁨{ $slope }⁩]، فالنزول رجوعًا نحو { $direction }. الكرة [step:⁨{ $move }⁩].
line_climbed = [warning:تجاوز:] عبرت الكرة القاع وصارت أعلى من قبل. عند [ball:⁨{ $place }⁩] يكون [slope:الميل] [slope:⁨{ $slope }⁩]؛ حجم الخطوة ⁨{ $rate }⁩، فالكرة [step:⁨{ $move }⁩].
line_uphill = عند [ball:⁨{ $place }⁩] يكون [slope:الميل] [slope:⁨{ $slope }⁩]، فالنزول نحو { $direction }؛ لكن السرعة تحمل الكرة صعودًا: فهي [step:⁨{ $move }⁩].
line_level = عند [ball:⁨{ $place }⁩] يكون [slope:الميل] [slope:0]: الكرة ساكنة { $rests }.
line_level_moving = عند [ball:⁨{ $place }⁩] يكاد [slope:الميل] يكون [slope:0]، لكن الكرة لا تسكن: سرعتها تحملها، فهي [step:⁨{ $move }⁩].
line_left = [warning:خرجت الكرة من الصورة:] هي عند ⁨{ $place }⁩، حيث [slope:الميل] هو [slope:⁨{ $slope }⁩]. أعد الضبط، ثم جرب بداية أخرى أو حجم خطوة أصغر.
move_to = تتحرك ⁨{ $far }⁩ نحو { $way }، إلى ⁨{ $next }⁩
move_far = تطير نحو { $way }، بعيدًا خارج الصورة
move_none = تبقى في مكانها
place_far = مكان بعيد خارج الصورة

## Where the function has no one slope

line_kink = عند [ball:⁨{ $place }⁩] للمنحنى انكسار: [slope:ميله] [slope:⁨{ $left }⁩] من اليسار و [slope:⁨{ $right }⁩] من اليمين، ولا ميل في الانكسار نفسه.
line_jump = عند [ball:⁨{ $place }⁩] يقفز المنحنى، من ⁨{ $left }⁩ على اليسار إلى ⁨{ $right }⁩ على اليمين: لا ميل له هناك.
line_upright = عند [ball:⁨{ $place }⁩] لا ميل للمنحنى: كلما اقتربنا منها ازداد انحداره بلا حد.
line_oscillating = عند [ball:⁨{ $place }⁩] لا قيمة للمنحنى ولا ميل: كلما اقتربنا منها صعد وهبط مرة بعد مرة بلا توقف، فليست له نهاية هناك.
line_shaking = عند [ball:⁨{ $place }⁩] لا ميل للمنحنى: كلما اقتربنا منها صعد وهبط مرة بعد مرة بلا توقف، بتأرجح يصغر دائمًا وانحدار لا يخف أبدًا.
plane_oscillating = عند [ball:⁨{ $place }⁩] لا قيمة للسطح ولا تدرج: على امتداد ⁨{ $axis }⁩ يصعد ويهبط مرة بعد مرة بلا توقف، فليست له نهاية هناك.
plane_shaking = عند [ball:⁨{ $place }⁩] لا تدرج للسطح: على امتداد ⁨{ $axis }⁩ يصعد ويهبط مرة بعد مرة بلا توقف، بتأرجح يصغر دائمًا وانحدار لا يخف أبدًا.
plane_kink = عند [ball:⁨{ $place }⁩] للسطح انكسار: على امتداد ⁨{ $axis }⁩ يكون [slope:الميل] [slope:⁨{ $left }⁩] من جهة و [slope:⁨{ $right }⁩] من الجهة الأخرى، ولا تدرج في الانكسار نفسه.
plane_jump = عند [ball:⁨{ $place }⁩] يقفز السطح على امتداد ⁨{ $axis }⁩، من ⁨{ $left }⁩ إلى ⁨{ $right }⁩: لا تدرج له هناك.
plane_upright = عند [ball:⁨{ $place }⁩] لا تدرج للسطح: على امتداد ⁨{ $axis }⁩ يزداد انحداره بلا حد.
broken_mean = على النزول التدرجي أن يختار: فهو يأخذ المتوسط، [slope:⁨{ $slope }⁩]، وحجم الخطوة ⁨{ $rate }⁩، فالكرة [step:⁨{ $move }⁩].
broken_mean_rests = على النزول التدرجي أن يختار: فهو يأخذ المتوسط، [slope:⁨{ $slope }⁩]، فلا تغادر أي خطوة هذا المكان.
broken_rule = على النزول التدرجي أن يختار: فهو يأخذ [slope:⁨{ $slope }⁩]، أي ما تعطيه قواعد الاشتقاق عند تطبيقها آليًا، وحجم الخطوة ⁨{ $rate }⁩، فالكرة [step:⁨{ $move }⁩].
broken_rule_rests = على النزول التدرجي أن يختار: فهو يأخذ [slope:⁨{ $slope }⁩]، أي ما تعطيه قواعد الاشتقاق عند تطبيقها آليًا، فلا تغادر أي خطوة هذا المكان.

tangent_start = عند [ball:⁨{ $place }⁩] يكون [slope:الميل] [slope:⁨{ $slope }⁩]: مع كل 1 إلى اليمين ينتقل المستقيم ⁨{ $size }⁩ { $tilt }. النزول نحو { $direction }.
up = إلى أعلى
down = إلى أسفل
secant_rises = على مسافة ⁨{ $run }⁩ إلى اليمين يرتفع المنحنى بمقدار ⁨{ $size }⁩: الميل بين النقطتين هو ⁦⁨{ $rise }⁩ / ⁨{ $run }⁩ = ⁨{ $slope }⁩⁩.
secant_falls = على مسافة ⁨{ $run }⁩ إلى اليمين ينخفض المنحنى بمقدار ⁨{ $size }⁩: الميل بين النقطتين هو ⁦⁨{ $rise }⁩ / ⁨{ $run }⁩ = ⁨{ $slope }⁩⁩.
run_mark = أفقيًا ⁨{ $run }⁩
rise_mark = رأسيًا ⁨{ $rise }⁩
secant_mark = بينهما: ⁨{ $slope }⁩
part_x = باتجاه x ⁨{ $slope }⁩
part_y = باتجاه y ⁨{ $slope }⁩

## The scenes

scenes = مشاهد الدرس
scene_derivative = المشتقة
scene_gradient = التدرج
scene_descent = النزول
scene_neuron = العصبون
scene_network = الشبكة
drop = أفلت الكرة
secant = نقطة ثانية
secant_hint = نقطة ثانية على المنحنى، على هذا البعد إلى اليمين. اسحبها لتقترب، على المنحنى أو هنا، فيصير المستقيم المار بالنقطتين مماسًا.
iterations = عدد الخطوات
iterations_hint = يتوقف بعد هذا العدد من الخطوات؛ 0 يعني بلا نهاية.
part = الجزء التالي
part_hint = جزء واحد من الخطوة في كل مرة، من ① إلى ④.
four_steps = الخطوات الأربع
next_scene = التالي: { $scene }
four_1 = احسب [slope:التدرج] عند [ball:النقطة] الحالية.
four_1_line = ⁦التدرج = ⁨{ $f }⁩ = ⁨{ $gradient }⁩⁩
four_2 = انظر إلى اتجاهه: النزول في الاتجاه المعاكس.
four_2_level = انظر إلى اتجاهه: هو 0، فلا نزول في أي اتجاه.
four_2_line = ⁦−التدرج = ⁨{ $downhill }⁩⁩: { $way }
four_3 = [step:حرك] النقطة نزولًا بمقدار حجم الخطوة × التدرج.
four_3_other = [step:حرك] النقطة بمقدار −حجم الخطوة × ⁦{ $factors }⁩.
four_3_search = [step:حرك] النقطة بالخطوة التي وجدها البحث.
four_3_line = ⁦⁨{ $name }⁩ ← ⁨{ $place }⁩ − ⁨{ $rate }⁩ × ⁨{ $factor }⁩ = ⁨{ $next }⁩⁩
four_3_line_other = ⁦⁨{ $name }⁩ ← ⁨{ $place }⁩ + الحركة ⁨{ $move }⁩ = ⁨{ $next }⁩⁩؛ ⁦الحركة = −⁨{ $product }⁩⁩
four_3_line_search = ⁦⁨{ $name }⁩ ← ⁨{ $place }⁩ + الحركة ⁨{ $move }⁩ = ⁨{ $next }⁩⁩
network_1 = [ink:احسب]: إلى الأمام حتى التكلفة، ثم [slope:بالانتشار العكسي] إلى التدرجات.
network_2 = [ink:انظر]: النزول بعكس [slope:التدرج].
network_2_level = [ink:انظر]: التدرج 0، فلا نزول في أي اتجاه.
network_3 = [step:حرك] كل وزن بمقدار −معدل التعلم × التدرج.
network_3_other = [step:حرك] كل وزن بمقدار −معدل التعلم × ⁦{ $factors }⁩.
network_4 = [ink:كرر]: { $done } من { $all }. الحقب (كل العينات مرة): { $complete }.
network_4_open = [ink:كرر]. الحقب (كل العينات مرة): { $complete }.
way_forward = إلى الأمام
way_back = الانتشار العكسي
way_cost = التكلفة ⁨{ $cost }⁩
network_4_line = الحقبة { $epoch }: العينات المشاهدة { $seen } من { $of }
neuron_1 = احسب [slope:التدرج] بالانتشار العكسي.
neuron_1_line = متوسط العينات (⁨{ $samples }⁩): ⁨{ $gradient }⁩
neuron_2_line = ⁦−التدرج = ⁨{ $downhill }⁩⁩
neuron_3 = [step:حرك] الوزن والانحياز نزولًا بمقدار حجم الخطوة × التدرج.
neuron_3_other = [step:حرك] الوزن والانحياز بمقدار −حجم الخطوة × ⁦{ $factors }⁩.
neuron_3_line = ⁦⁨{ $place }⁩ − ⁨{ $rate }⁩ × ⁨{ $gradient }⁩ = ⁨{ $next }⁩⁩
neuron_3_line_other = ⁦⁨{ $place }⁩ + الحركة ⁨{ $move }⁩ = ⁨{ $next }⁩⁩؛ ⁦الحركة = −⁨{ $product }⁩⁩
neuron_3_line_frozen = ⁦⁨{ $place }⁩ + الحركة ⁨{ $move }⁩ = ⁨{ $next }⁩⁩
neuron_4_line = الحقب حتى الآن: { $done }
network_1_line = عدد الميول { $count }، متوسط العينات (⁨{ $samples }⁩)؛ الطول ⁨{ $length }⁩
network_2_line = الأشد ميلًا والأبعد حركة: ⁨{ $weight }⁩، ⁦−التدرج ⁨{ $downhill }⁩⁩
network_2_line_two = الأشد ميلًا: ⁨{ $steepest }⁩، ⁦−التدرج ⁨{ $steep }⁩⁩؛ الأبعد حركة: ⁨{ $weight }⁩، ⁦−التدرج ⁨{ $downhill }⁩⁩
network_3_line = ⁨{ $weight }⁩: ⁦−⁨{ $product }⁩ = ⁨{ $move }⁩⁩؛ ⁦⁨{ $place }⁩ ⁨{ $move }⁩ = ⁨{ $next }⁩⁩
network_3_line_frozen = ⁨{ $weight }⁩: ⁦⁨{ $place }⁩ ⁨{ $move }⁩ = ⁨{ $next }⁩⁩
four_4 = كرر: { $done } من { $all }.
four_4_open = كرر: { $done } حتى الآن.
four_4_line = ارجع إلى ①
four_4_line_over = النهاية
stop_enough = [warning:توقف:] تمت كل الخطوات، وعددها { $all }.
stop_epochs = [warning:توقف] بعد التكرار { $done }: اكتملت كل الحقب، وعددها { $epochs }.
stop_reached = [warning:توقف] بعد التكرار { $done }: خسارة التدريب بلغت ⁨{ $target }⁩ أو أقل.
stop_stalled = [warning:توقف] بعد التكرار { $done }: لا تقدم في خسارة التدريب خلال { $patience } من التكرارات؛ وهي المراقبة لأنه لم تُحجز عينات للتحقق.
stop_stalled_validation = [warning:توقف] بعد التكرار { $done }: لا تقدم في خسارة التحقق خلال { $patience } من التكرارات. كانت أدنى ما تكون، ⁨{ $lowest }⁩، بعد التكرار { $best }.
stop_restored = [warning:توقف] بعد التكرار { $end }: لا تقدم في خسارة التحقق خلال { $patience } من التكرارات. عادت أوزان التكرار { $best }، حيث كانت أدنى ما تكون (⁨{ $lowest }⁩).
waits_validation = { " " }الصبر: مضى { $waited } من { $patience } من التكرارات ولم تنخفض خسارة التحقق.
waits_training = { " " }الصبر: مضى { $waited } من { $patience } من التكرارات ولم تنخفض خسارة التدريب؛ وهي المراقبة لأنه لم تُحجز عينات للتحقق.
stop_go_on = { " " }للمتابعة غيّر «{ $rule }» ضمن «المزيد».
epochs = عدد الحقب
epochs_hint = يتوقف بعد هذا العدد من الحقب؛ 0 يعني بلا نهاية. في الحقبة الواحدة تُشاهد كل عينة تدريب مرة واحدة.
target_loss = الخسارة المستهدفة
target_loss_hint = يتوقف حين تنخفض خسارة التدريب إلى هذا الحد. فارغ: بلا نهاية.
search = بحث
search_hint = يُبقي في المرأى عناصر التحكم التي تتعلق بما يُكتب هنا.
beginning = من أين يبدأ
samples_group = العينات
network_group = الشبكة
descent_group = كيف ينزل
ending = متى يتوقف
patience = الصبر
patience_hint = يتوقف بعد هذا العدد من التكرارات التي لم تنخفض فيها خسارة التحقق بجزء من عشرة آلاف من قيمتها، وتعود الأوزان ذات أدنى خسارة. إن لم تُحجز عينات للتحقق راقب خسارة التدريب وبقيت الأوزان. 0 يعني بلا نهاية.
halve = جرب نصف حجم الخطوة
halve_network = جرب نصف المعدل
settle = خذ حجم خطوة يؤدي إلى الاستقرار: ⁨{ $rate }⁩
settle_hint = من بين أحجام الخطوة على شريط التمرير، الحجم الذي تسكن به الكرة أسرع ما يمكن من هذه البداية. «تراجع» يلغيه.
halve_hint = يعود إلى ما قبل بدء ازدياد الخسارة، وينصّف حجم الخطوة. «تراجع» يلغيه.
stop_level = [warning:توقف] بعد الخطوة { $done }: يكاد التدرج يكون 0.
stop_diverged = [warning:توقف] بعد الخطوة { $done }: لا يمكن حساب الأعداد التالية.
reduced_motion = نظامك يطلب حركة أقل: «تشغيل» يخطو خطوة واحدة في كل مرة.

## A step of a network under the microscope

sample = العينة
sample_all = الكل
sample_hint = تتبع عينة واحدة من الخطوة القادمة عبر الشبكة: اكتب رقمها أو انقر نقطتها. فارغ: كل العينات.
no_sample = عدد عينات هذه الخطوة { $count }: اختر رقمًا من 1 إلى { $count }، أو لا شيء لرؤية الكل.
sample_not_in_step = هذه النقطة ليست في الخطوة القادمة: فيها النقاط المطوقة فقط.
chain_rule = قاعدة السلسلة
micro_forward = إلى الأمام، الطبقة { $layer } من { $of }: كل وحدة تزن ما يصلها، وتضيف انحيازها، وتمرر [ball:قيمتها].
micro_cost_one = التكلفة: تُقارن الإجابة بالقيمة المتوقعة (⁨{ $expected }⁩). لهذه العينة هي ⁨{ $cost }⁩.
micro_cost = التكلفة: تُقارن الإجابات بالقيم المتوقعة. متوسطها على العينات ({ $count }) هو ⁨{ $cost }⁩.
micro_cost_penalty = التكلفة: تُقارن الإجابات بالقيم المتوقعة. متوسطها على العينات ({ $count }) هو ⁨{ $cost }⁩؛ ويضيف الجزاء ⁨{ $penalty }⁩.
micro_backward_last = إلى الخلف، الطبقة { $layer } من { $of }: التكلفة معلومة، فكل مخرج يعرف [slope:تدرجه] (δ).
micro_backward = إلى الخلف، الطبقة { $layer } من { $of }: نحتاج إلى [slope:تدرجات] العصبونات التالية (δ)، وتدرجات الطبقة ⁨{ $next }⁩ صارت معلومة.
micro_line_forward = الجزء { $part } من { $all }: إلى الأمام
micro_line_cost = الجزء { $part } من { $all }: التكلفة
micro_line_backward = الجزء { $part } من { $all }: إلى الخلف
chain_one = [ball:⁨{ $weight }⁩]، ⁨{ $sample }⁩ من { $count } (⁨{ $expected }⁩)
chain_all = [ball:⁨{ $weight }⁩]، المتوسط على { $count }
chain_sum = المجموع الموزون لقيم [slope:δ] التالية
chain_cost_slope = ميل التكلفة
chain_mask = معامل الإسقاط
chain_slope = ميل دالة التنشيط
chain_input = المدخل
chain_bias = 1، لأنه انحياز
chain_product = [slope:تدرجه]
chain_measured = مقيس
chain_kinked = مقيس، عند انكسار
chain_mean = متوسط الكل ({ $count })
chain_penalty = ميل الجزاء
chain_gradient = [slope:التدرج]
chain_step = [step:⁦−⁨{ $rate }⁩ × التدرج⁩]
chain_move = [step:الحركة بطريقة ⁨{ $optimizer }⁩]
chain_next = [ball:الوزن] بعدها

## The same on a function of x and y

plane_start = عند [ball:⁨{ $place }⁩] يكون [slope:التدرج] [slope:⁨{ $slope }⁩]، وهو الميلان باتجاه x و y في سهم واحد: يشير إلى أشد صعود، نحو { $uphill }. تذهب الكرة في الاتجاه المعاكس: فهي [step:⁨{ $move }⁩].
plane_moving = عند [ball:⁨{ $place }⁩] يكون [slope:التدرج] [slope:⁨{ $slope }⁩]: الصعود نحو { $uphill }. حجم الخطوة ⁨{ $rate }⁩، فالكرة [step:⁨{ $move }⁩].
plane_overshot = عبرت الخطوة الأخيرة الوادي: عند [ball:⁨{ $place }⁩] يكون [slope:التدرج] [slope:⁨{ $slope }⁩]، والصعود نحو { $uphill }. الكرة [step:⁨{ $move }⁩].
plane_climbed = [warning:تجاوز:] عبرت الكرة الوادي وصارت أعلى من قبل. عند [ball:⁨{ $place }⁩] يكون [slope:التدرج] [slope:⁨{ $slope }⁩]؛ حجم الخطوة ⁨{ $rate }⁩، فالكرة [step:⁨{ $move }⁩].
plane_uphill = عند [ball:⁨{ $place }⁩] يكون [slope:التدرج] [slope:⁨{ $slope }⁩]: الصعود نحو { $uphill }؛ لكن السرعة تحمل الكرة إلى أعلى: فهي [step:⁨{ $move }⁩].
plane_level = عند [ball:⁨{ $place }⁩] يكون [slope:التدرج] [slope:0]: الكرة ساكنة { $rests }.
plane_level_moving = عند [ball:⁨{ $place }⁩] يكاد [slope:التدرج] يكون [slope:0]، لكن الكرة لا تسكن: سرعتها تحملها، فهي [step:⁨{ $move }⁩].
plane_left = [warning:خرجت الكرة من الصورة:] هي عند ⁨{ $place }⁩، حيث يكون [slope:التدرج] [slope:⁨{ $slope }⁩]. أعد الضبط، ثم جرب بداية أخرى أو حجم خطوة أصغر.

## How a run has ended

count_of_steps =
    { $n ->
        [one] خطوة واحدة
        [two] خطوتين
        [few] { $count } خطوات
       *[other] { $count } خطوة
    }
slope_word = الميل
rest_global = استقرت [ball:الكرة] في أخفض مكان في الصورة (النقطة الصغرى المطلقة)، بعد { $steps }.
rest_other = { " " }النقطة الصغرى المحلية (الجزئية) أعلى بمقدار ⁨{ $number }⁩.
rest_one_of = استقرت [ball:الكرة]، بعد { $steps }، في أحد أخفض الأماكن في الصورة (عددها { $number }): هي نقاط صغرى مطلقة، كلها بالانخفاض نفسه.
rest_along = استقرت [ball:الكرة] في وادٍ مستوٍ هو أخفض ما في الصورة: كل مكان على امتداده نقطة صغرى مطلقة.
rest_local = استقرت [ball:الكرة] في نقطة صغرى محلية (جزئية). أخفض مكان، وهو النقطة الصغرى المطلقة، أخفض منها بمقدار ⁨{ $number }⁩: جرب بداية أخرى.
rest_local_open = استقرت [ball:الكرة] في نقطة صغرى محلية (جزئية)، لا في أخفض مكان: ففي الصورة ما هو أخفض. جرب بداية أخرى.
rest_minimum = استقرت [ball:الكرة] في نقطة صغرى، بعد { $steps }.
rest_top = استقرت [ball:الكرة] على قمة (نقطة عظمى): [slope:{ $slopes }] هناك 0. دفعة صغيرة تكفي لتتدحرج نزولًا.
rest_saddle = استقرت [ball:الكرة] على نقطة سرج: [slope:{ $slopes }] فيها 0، لكن بجوارها أرضًا أخفض. دفعة صغيرة تكفي لتتابع التدحرج.
rest_level = استقرت [ball:الكرة] على أرض مستوية لا تغادرها أي خطوة، لكن في مكان آخر ما هو أخفض. جرب بداية أخرى.
rest_level_lowest = استقرت [ball:الكرة] على أرض مستوية هي أخفض ما في الصورة، بعد { $steps }.
rest_somewhere = استقرت [ball:الكرة]، بعد { $steps }: [slope:{ $slopes }] هنا 0، ولا تغادر أي خطوة هذا المكان.
rest_outside = استقرت [ball:الكرة] خارج الصورة، عند ⁨{ $place }⁩. هل حولها مكان أخفض؟ لم يبحث أحد عن ذلك.
ended_moving = انتهت الجولة بعد { $steps }، لكن [ball:الكرة] لم تستقر: [slope:{ $slopes }] ما زال [slope:⁨{ $slope }⁩]. للمتابعة زد عدد الخطوات.
ended_almost_lowest = كادت [ball:الكرة] تستقر (يكتمل ذلك بعد { $more }) في أخفض مكان في الصورة (النقطة الصغرى المطلقة). انتهت الجولة بعد { $steps }.
ended_almost_local = كادت [ball:الكرة] تستقر (يكتمل ذلك بعد { $more }) في نقطة صغرى محلية (جزئية): النقطة الصغرى المطلقة أخفض منها بمقدار ⁨{ $number }⁩. انتهت الجولة بعد { $steps }. جرب بداية أخرى.
ended_left = [warning:خرجت الكرة من الصورة:] منذ الخطوة { $since } كانت كل خطوة أطول من سابقتها.
ended_far = [warning:الكرة بعيدة خارج الصورة:] كانت الخطوات أطول من اللازم.
ended_settles = من البداية نفسها، تستقر الكرة بحجم خطوة ⁨{ $rate }⁩.
ended_advice = أعد الضبط، ثم جرب بداية أخرى أو حجم خطوة أصغر.
rests_bottom = في القاع
rests_top = على قمة، إلى أن يدفعها شيء
rests_saddle = على نقطة سرج، إلى أن يدفعها شيء
rests_flat = على أرض مستوية
stopped_no_value = [warning:توقف] عند الخطوة { $iteration }: ذهبت الخطوة إلى ⁨{ $place }⁩، حيث لا قيمة للدالة. أعد الضبط، ثم جرب بداية أخرى أو حجم خطوة أصغر.
stopped_no_slope = [warning:توقف] عند الخطوة { $iteration }: عند ⁨{ $place }⁩ لا ميل للدالة، فلا اتجاه للنزول. جرب بداية أخرى.
stopped_too_large = [warning:توقف] قبل الخطوة { $iteration }: كانت سترمي الكرة عاليًا حتى تصير أعدادها أكبر من أن تُحسب. أعد الضبط، ثم خفّض حجم الخطوة.
nowhere_a_value = [warning:لا قيمة في هذه الصورة:] الدالة غير معرفة في أي موضع منها. انظر إلى مجال آخر (ضمن «المزيد») أو اكتب دالة أخرى.
start_too_large = [warning:المكان هنا مرتفع جدًا:] عند ⁨{ $place }⁩ القيمة أكبر من أن تُحسب. اسحب الكرة إلى مكان أخفض، أو اختر بداية أخرى.
start_no_value = [warning:لا قيمة هنا:] عند ⁨{ $place }⁩ الدالة غير معرفة. اسحب الكرة إلى حيث تكون معرفة، أو اختر بداية أخرى.
way_0 = الشرق
way_1 = الشمال الشرقي
way_2 = الشمال
way_3 = الشمال الغربي
way_4 = الغرب
way_5 = الجنوب الغربي
way_6 = الجنوب
way_7 = الجنوب الشرقي
invitation = اسحب الكرة
too_fast_to_draw = التغير أسرع مما تُظهره هذه الصورة: كبّرها

## The places with a mark

spots = المواضع المعلَّمة
spots_none = لا شيء.
spots_searching = جارٍ البحث …
spots_line = عدد النقاط المفحوصة: { $count }.
spots_plane = فُحصت شبكة من ⁦{ $count } × { $count }⁩ نقطة.
spots_more = … و { $count } غيرها، بلا علامة.
spot_at = الموضع
spot_value = الارتفاع
mark_lowest = صغرى مطلقة
mark_dip = صغرى محلية
mark_top = قمة
mark_saddle = سرج
spot_global = أخفض ما وُجد في الصورة
spot_local = نقطة صغرى محلية (جزئية)
flag_global = ★ أخفض ما يظهر (صغرى مطلقة)
flag_local = ○ منخفض: صغرى محلية (جزئية)
flag_local_higher = ○ منخفض، أعلى بمقدار ⁨{ $number }⁩: صغرى محلية (جزئية)
spot_maximum = قمة (نقطة عظمى)
spot_saddle = نقطة سرج
spot_flat = موضع مستوٍ
spot_kink = انكسار
spot_edge = أخفض ما حوله، عند الحافة
spot_edge_lowest = أخفض ما وُجد في الصورة، عند حافتها
spot_uncertain = أرض مستوية هنا: لا يُعرف يقينًا أنها صغرى أو عظمى
spot_at_kink = ⁨{ $name }⁩، عند انكسار
spot_at_jump = ⁨{ $name }⁩، عند قفزة
spot_along = ⁨{ $name }⁩، على امتداد خط
spot_along_kink = ⁨{ $name }⁩، على امتداد انكسار
spots_endless = لا شيء هنا هو الأخفض: في هذه الصورة تنخفض الدالة بلا حد.
spots_elsewhere = ليس أي منها الأخفض: في هذه الصورة تنخفض الدالة أكثر أيضًا حيث ليس لها أخفض موضع.

## Which minimum?

basins = أي نقطة صغرى؟
basins_hint = يلون كل بداية بلون النقطة الصغرى التي تبلغها الكرة منها بهذه الإعدادات. الأغمق: أكثر تأخرًا.
basins_searching = جارٍ البحث عن النقاط الصغرى …
basins_note = إلى أين تصل الكرة من كل بداية؛ الأغمق أكثر تأخرًا.
basin = { $number } ⁨{ $mark }⁩ ⁨{ $place }⁩: ⁨{ $share }⁩
basin_share_least = أقل من ⁦1 %⁩
basins_rest = غيرها ({ $count }): ⁨{ $share }⁩
basins_unsettled = لم تستقر بعد الخطوة { $steps }: ⁨{ $share }⁩
basins_left = خرجت من الصورة: ⁨{ $share }⁩
basins_stopped = توقفت لعدم وجود قيمة: ⁨{ $share }⁩

## Predict, then reveal

with_numbers = بالأعداد
with_numbers_hint = يضع في الصيغ أعداد موضع الكرة الحالي.
predict = توقّع
predict_hint = يسأل أين ستكون الكرة: اسحب الطيف المتقطع إلى هناك، أو استعمل مفاتيح الأسهم؛ ثم اخطُ الخطوة وانظر.
guess_note = اسحب الحلقة المتقطعة، أو انقر، أو استعمل مفاتيح الأسهم.
guess_ask = أين ستكون [ball:الكرة]؟ هي عند [ball:⁨{ $place }⁩]، [slope:الميل] [slope:⁨{ $slope }⁩]، وحجم الخطوة ⁨{ $rate }⁩. اسحب [ghost:الحلقة المتقطعة] إلى هناك، ثم اضغط «خطوة».
guess_made = من [ball:⁨{ $place }⁩] توقعت [ghost:⁨{ $guess }⁩]. اضغط «خطوة» وانظر.
guess_told =
    توقعت [ghost:⁨{ $guess }⁩]. بعد { $n ->
        [one] خطوة واحدة
        [two] خطوتين
        [few] { $steps } خطوات
       *[other] { $steps } خطوة
    } صارت الكرة عند [ball:⁨{ $place }⁩]: [ghost:الفرق ⁨{ $apart }⁩]. اسحب الحلقة لتتوقع مجددًا.

## A race

race = السباق
race_hint = تتدحرج عدة كرات في آن واحد، وبعدد الخطوات نفسه لكل منها: من بداية واحدة بعدة خوارزميات تحسين أو أحجام خطوة، أو من عشر بدايات.
race_lanes_hint = من يتسابق: حتى ست خوارزميات تحسين مثل ⁦sgd,adam⁩، أو حتى ستة أحجام خطوة مثل ⁦0.01,0.1⁩، أو ⁦starts⁩. البذرة تحدد أي بدايات.
race_alone = كرة واحدة
race_optimizers = ست خوارزميات تحسين
race_rates = ستة أحجام خطوة
race_starts_name = عشر بدايات
drop_ten = أفلت عشرًا
drop_ten_hint = يفلت عشر كرات من عشرة مواضع في أنحاء الصورة، ويبين أي نقطة صغرى تجدها كل منها. مرة أخرى: كرة واحدة من جديد.
race_table = أين كل كرة
race_who = الكرة
heights_title = الارتفاع مع الخطوات
heights_note = خط لكل كرة في الجدول.
heights_label = ارتفاع كل كرة في السباق مع تتابع الخطوات.
race_start = تبدأ الكرات ({ $count }) من المكان نفسه ولا تختلف إلا في أمر واحد: { $what }. اضغط «تشغيل»: لكل كرة عدد الخطوات نفسه.
race_starts = الكرات ({ $count }) تنتظر في مواضع مختلفة ({ $count }) بالإعدادات نفسها. اضغط «تشغيل» وانظر أي نقطة صغرى تجدها كل منها.
race_moment = بعد الخطوة { $steps } الأخفض هي [racer-1:⁨{ $lowest }⁩]، على ارتفاع ⁨{ $height }⁩. من بين { $count }: { $stand }.
race_none = بعد الخطوة { $steps } لم تبق أي كرة في الصورة: { $stand }. حجم خطوة أصغر يبقيها هنا.
race_row = عند ⁨{ $place }⁩: { $how }
race_row_from = من ⁨{ $start }⁩ إلى ⁨{ $place }⁩: { $how }
race_settled = استقرت
race_settled_in = استقرت، ⁨{ $sign }⁩ ⁨{ $name }⁩
race_left = خرجت من الصورة
race_stopped = توقفت حيث لا قيمة
race_going = ما زالت تتحرك

## What comes of a step size

ahead_settles =
    { $n ->
        [one] تستقر بعد خطوة واحدة
       *[other] تستقر عند الخطوة { $settled } تقريبًا
    }
ahead_bounces = ما زالت تتأرجح بعد الخطوة { $steps }
ahead_crawls = ما زالت تزحف بعد الخطوة { $steps }
ahead_leaves = تخرج من الصورة
ahead_stops = تتوقف حيث لا قيمة
dial_here = من البداية: { $how }.
dial_at = ⁨{ $rate }⁩: { $how }
dial_rule = قرب ⁨{ $place }⁩ وفق قاعدة تقريبية: │ تتجاوز القاع فوق ⁨{ $overshoots }⁩، ┃ تستقر تحت ⁨{ $settles }⁩.
dial_no_rule = لا قاعدة تقريبية: خوارزمية التحسين هذه تغير خطواتها بنفسها.
dial_no_minimum = لا قاعدة تقريبية هنا.
dial_label = أحجام الخطوة من هذه البداية: { $stretches }.
dial_stretch = من ⁨{ $from }⁩ إلى ⁨{ $to }⁩ { $how }
dial_place = ⁨{ $from }⁩ { $how }
dial_settles = تستقر
dial_bounces = تتأرجح
dial_crawls = تزحف
dial_leaves = تخرج
dial_stops = تتوقف

## The page of a function

function = الدالة
function_hint = اكتب صيغة، مثل ⁦x^2 + sin(3x)⁩ أو ⁦2x e^(-x^2)⁩ أو ⁦|x|⁩ أو ⁦{"{"}x<0: x^2, x+2{"}"}⁩ أو ⁦x^(2/3)⁩، وهو جذر حقيقي حتى على يسار 0، أو، بالمتغيرين x و y، مثل ⁦x^2 - y^2⁩.
function_task = كرة على دالة: ⁨{ $name }⁩
function_typed = دالتك
function_name = ⁨{ $name }⁩: ⁨{ $formula }⁩
functions = أو إحدى هذه
functions_hint = دوال لها أسماء، ولكل منها بدايتها.
functions_1 = متغير واحد: منحنى
functions_2 = متغيران: سطح
step_size = حجم الخطوة
step_size_hint = مدى كل خطوة: الخطوة هي −حجم الخطوة × الميل.
start = البداية
start_hint = من أين تبدأ الكرة: عدد، أو عددان بينهما فاصلة.
domain = ما يظهر
domain_hint = من أين إلى أين تمتد الصورة.
domain_x_from = المجال: x من
domain_x_to = x إلى
domain_y_from = y من
domain_y_to = y إلى
condition_number = العدد الشرطي
condition_number_hint = كم مرة يفوق انحناء الوعاء في اتجاه انحناءه في الاتجاه الآخر.
steps = الخطوة
x = x
y = y
height = الارتفاع f
slope = الميل ⁦f′⁩
slope_x = الميل باتجاه x
slope_y = الميل باتجاه y
steepness = شدة الانحدار
step_x = الخطوة التالية في x
step_y = الخطوة التالية في y
secant_run = النقطة الثانية: أفقيًا
secant_rise = النقطة الثانية: رأسيًا
secant_slope = الرأسي على الأفقي
second_derivative = الانحناء ⁦f″⁩
bend_most = أكبر انحناء
bend_least = أصغر انحناء
bend_along = ⁨{ $value }⁩ باتجاه ⁨{ $direction }⁩
derivative = المشتقة
derivative_title = الميل في كل موضع: المشتقة
derivative_note = حيث تكون 0 يكون المنحنى مستويًا.
derivative_label = مشتقة الدالة، وعليها الميل عند الكرة.
line_title = كرة على منحنى
line_note = اسحب الكرة، أو انقر، أو استعمل مفاتيح الأسهم.
line_label = منحنى الدالة مع الكرة والمماس والخطوة القادمة. مفاتيح الأسهم تحرك البداية.
plane_map_note = اسحب الكرة، أو انقر، أو استعمل مفاتيح الأسهم. المقياسان متساويان؛ { $lines }.
plane_map_note_unequal = اسحب الكرة، أو انقر، أو استعمل مفاتيح الأسهم. مقياسا x و y مختلفان؛ { $lines }.
lines_even = خط لكل ⁨{ $step }⁩ من الارتفاع
lines_rising = الخطوط عند 1، 2، 5، 10، … فوق الأخفض
plane_map_label = خريطة كنتورية للدالة، مع الكرة وأثرها والتدرج والخطوة. مفاتيح الأسهم تحرك البداية.
plane_surface_label = سطح الدالة. مفاتيح الأسهم تديره.
facts = حقائق
written = الدالة ومشتقتها
too_long = أطول من أن تُكتب هنا؛ والصورة دقيقة مع ذلك
derivation = كيف نصل إلى هذه المشتقة
derivation_of_two = كيف نصل إلى هاتين المشتقتين
derivation_note = في كل مشتقة يُثبَّت المتغير الآخر: فهو يُعد عددًا.
rule_constant = ثابت: لا يتغير، فميله 0
rule_variable = المتغير نفسه: ⁦x′ = 1⁩
rule_sum = المجموع: ⁦(u + v)′ = u′ + v′⁩
rule_factor = عامل ثابت: ⁦(c u)′ = c u′⁩
rule_product = الضرب: ⁦(u v)′ = u′ v + u v′⁩
rule_quotient = القسمة: ⁦(u/v)′ = (u′ v − u v′)/v²⁩
rule_power = القوة: ⁦(xⁿ)′ = n xⁿ⁻¹⁩
rule_chain = السلسلة: ⁦f(u)′ = f′(u) u′⁩
rule_exponent = أس متغير: ⁦(uᵛ)′ = v uᵛ⁻¹ u′ + uᵛ ln(u) v′⁩
rule_larger = الأكبر أو الأصغر: ميل ما يُحتسب منهما؛ والدالة step تساوي 0 أو 1
rule_pieces = دالة متعددة التعريف: لكل قطعة ميلها؛ والمقارنة 1 أو 0، وميلها 0
function_source = المصدر: ⁨{ $source }⁩.

## The page

name = Downhill
task = شبكة تتعلم التمييز بين: ⁨{ $classes }⁩
play = تشغيل
play_again = تشغيل من جديد
pause = إيقاف مؤقت
play_hint = خطوة لكل صورة على الشاشة، حتى توقفه. المفتاح: المسافة.
step = خطوة
step_hint = خطوة واحدة إلى الأمام. المفتاح: النقطة.
step_back = خطوة إلى الوراء
step_back_hint = خطوة واحدة إلى الوراء، إلى الأعداد السابقة نفسها. المفتاح: الفاصلة.
reset = إعادة ضبط
reset_hint = عودة إلى البداية بكل الإعدادات الحالية؛ ويُنسى ما حُسب.
recomputing = يُعاد الحساب: ⁦⁨{ $percent }⁩ %⁩
stop_recomputing = إيقاف
stop_recomputing_hint = يكتفي بما حُسب حتى الآن؛ ويُترك ما لم يُحسب بعد.
undo = تراجع
undo_hint = يلغي آخر تغيير في عناصر التحكم. المفتاحان: Ctrl+Z.
stopped = توقف الشكل لخلل فيه. يمكنه أن يبدأ من حيث كان.
timeline = الخط الزمني
timeline_hint = كل لحظة من هذه الجولة، ذهابًا وإيابًا. إذا غيرت إعدادًا في وسطها بدأت جولة أخرى من هناك.
to_start = إلى البداية
to_end = إلى آخر خطوة حتى الآن
rose = أول ارتفاع: الخطوة { $iteration }
rose_hint = يذهب إلى أول خطوة صارت بعدها الكرة، أو الخسارة، أعلى من قبل.
step_of = الخطوة { $at } من { $furthest }
step_first = الخطوة 0
iteration_speed = التكرار { $at }، ⁨{ $speed }⁩ في الثانية
iteration_of = التكرار { $at } من { $furthest }
epoch_iteration_of = الحقبة { $epoch }، التكرار { $at } من { $furthest }
iteration_first = التكرار 0
more = المزيد
more_hint = كل الإعدادات الأخرى.
less = أقل
learning_rate = معدل التعلم (حجم الخطوة)
learning_rate_alone = معدل التعلم
learning_rate_hint = مدى كل خطوة: الخطوة هي −معدل التعلم × التدرج.
weight = الوزن
weight_hint = الوزن الذي يُرسم المنحنى على امتداده. انقر وزنًا في المخطط، أو اختره هنا.
weight_value = قيمة هذا الوزن
weight_value_hint = قيمة الوزن الذي يحمل الكرة، ابتداءً من هذا التكرار. يمكنك أيضًا سحب الكرة على منحناها. «تراجع» يلغيه.
freeze = تجميد
freeze_hint = يثبّت هذا الوزن: يبقى تدرجه، لكن لا تحركه أي خطوة. يظهر على خطه حاجز.
frozen = أوزان مجمدة
second_weight = الوزن الثاني
second_weight_hint = الوزن الآخر في الخريطة والسطح.
seed = البذرة
seed_hint = مصدر كل عشوائية: البذرة نفسها تعطي الجولة نفسها.
new_start = بداية جديدة
new_start_hint = أوزان عشوائية أخرى، واختيار آخر للعينات المحجوزة للتحقق والاختبار.
data = البيانات
data_own = بياناتك
data_hint = ما تتعلم منه الشبكة.
save = حفظ
save_hint = الشبكة كما هي الآن، أو بياناتها، أو كيف وصلت إلى هنا. عند تشغيل البرامج تطبع الخسارة المكتوبة هنا.
export_numpy = برنامج NumPy
export_pytorch = برنامج PyTorch
export_weights = الأوزان (JSON)
export_data = البيانات والإجابات (CSV)
export_history = تاريخ الجولة (CSV)
export_experiment = التجربة (JSON)
download = تنزيل
download_hint = يحفظ الملف المختار بجانبه.
copy = نسخ
copy_hint = ينسخ نص الملف للصقه في مكان آخر.
copied = نُسخ
copy_failed = لم يسمح المتصفح للصفحة بالنسخ. استعمل «تنزيل» بدلًا منه.
read_rows = الصفوف المقروءة: { $rows }.
read_missing = صفوف متروكة لنقص خلية: { $count }؛ أولها: السطر { $line }، ⁨{ $column }⁩.
read_skipped = سطور متجاوزة لأنها تبدأ بالعلامة ⁦#⁩ أو تسبق الجدول: { $count }؛ أولها: السطر { $line }.
read_row_numbers = متروك لأنه مجرد ترقيم للصفوف: ⁨{ $columns }⁩.
read_dates = متروك لأنه يحوي تواريخ: ⁨{ $columns }⁩. التاريخ بصفته مدخلًا هو سنته مع كسر عشري.
read_units = متروك لأن أعداده ليست كلها بالوحدة نفسها: ⁨{ $columns }⁩. اكتبها بوحدة واحدة أو بلا وحدة.
read_month_first = في ⁨{ $columns }⁩ يُقرأ الشهر أولًا. إن كان هو اليوم فاكتب التواريخ بالصورة ⁦2024-12-31⁩.
read_unused = متروك لأنه لا يحوي أعدادًا أو لم يُختر: ⁨{ $columns }⁩.
left_out = تُرك.
columns = لأي غرض كل عمود
columns_hint = هل يُعطى هذا العمود للشبكة، أم عليها أن تتعلمه، أم يُترك.
role_input = مدخل
role_target = هدف: ما يُتعلَّم
role_unused = متروك
classes = الأعداد أصناف
classes_hint = هل أعداد الهدف أسماء أصناف، مثل 0، 1، 2، أم قيم.
paste = أو ألصق صفوفًا هنا
paste_hint = صفوف من جدول بيانات أو من ملف CSV. يمكن أيضًا إفلات ملف على الصفحة.
csv = ملفك (CSV أو JSON)
csv_hint = جدول: أعمدة الأعداد فيه مدخلات، وآخر عمود كلمات هو ما يُتعلم؛ ويمكن اختيارهما. أو تجربة محفوظة، أو أوزان. يبقى الملف في هذا المتصفح.
features = ما يُعطى للشبكة
features_hint = لكل منها مدخل للشبكة: مدخل كما هو، أو صيغة منه. ويبدأ التدريب من جديد.
features_typed = أو صيغ
features_typed_hint = صيغ من x و y، المدخلين الأول والثاني بوحدتيهما، تفصل بينها فواصل منقوطة، مثل ⁦x;y;x^2⁩. فارغ: المدخلات كما هي.
features_none = المدخلات
feature_last = تحتاج الشبكة إلى مدخل واحد على الأقل: اختر مدخلًا آخر قبل أن تحذف الأخير.
noise = الضوضاء
noise_hint = مدى تبعثر البيانات المولَّدة، من 0 إلى 1؛ فارغ: المعتاد. البيانات المقيسة تبقى كما هي.
layers = الطبقات المخفية
layers_hint = عدد الوحدات في كل طبقة مخفية، مثل 5 أو ⁦8-8⁩.
layers_edit = الطبقات المخفية، للتعديل
layer_more = + طبقة
layer_more_hint = طبقة مخفية أخرى مثل الأخيرة. يبدأ التدريب من جديد.
layer_fewer = − طبقة
layer_fewer_hint = بدون الطبقة المخفية الأخيرة. يبدأ التدريب من جديد.
layer_of = الطبقة المخفية { $layer }
unit_more = الطبقة { $layer }: زيادة وحدة
unit_fewer = الطبقة { $layer }: إنقاص وحدة
units_of = الطبقة { $layer }: الوحدات
units_hint = عدد وحدات هذه الطبقة. يبدأ التدريب من جديد.
activation_of = الطبقة { $layer }: دالة التنشيط
activation_of_hint = ما تصنعه كل وحدة في هذه الطبقة من المجموع الداخل إليها. يبدأ التدريب من جديد.
layers_most = أكبر عدد للطبقات المخفية في شبكة هنا: { $most }.
layers_fewest = لم تبق طبقة مخفية لحذفها.
units_most = أكبر عدد للوحدات في طبقة هنا: { $most }.
units_fewest = في الطبقة وحدة واحدة على الأقل: احذف الطبقة بدلًا من ذلك.
budget = [warning:شبكة كبيرة:] تستغرق الصور وقتًا أطول من المعتاد. وهي تتعلم مع ذلك؛ وحدات أو عينات أقل تجعل الحركة سلسة.
budget_lines = { " " }من أوزانها ({ $count }) يُرسم الأكبر فقط ({ $drawn }).
activation = دالة التنشيط
activation_hint = ما تصنعه كل وحدة مخفية من المجموع الداخل إليها.
output_activation = دالة تنشيط المخرج
cost = التكلفة
cost_hint = كيف يُحسب مقدار خطأ الإجابة.
optimizer = خوارزمية التحسين
optimizer_hint = كيف يصير التدرج حركة. اختيار واحدة يبدأ من جديد بمعدل التعلم المعتاد لها.
initialization = الأوزان الأولى
initialization_hint = كيف تُختار الأوزان في البداية: عشوائية، أو كلها 0.
l1 = جزاء على ⁦|w|⁩ (l1)
l1_hint = يجعل الأوزان تُحسب ضمن الخسارة بمقدارها: الصغيرة منها تصير 0.
l2 = جزاء على ⁦w²⁩ (l2)
l2_hint = يجعل الأوزان تُحسب ضمن الخسارة بمربعاتها: فلا يكبر أي منها.
dropout = إسقاط (dropout)
dropout_hint = نسبة الوحدات المخفية التي تتركها كل خطوة عشوائيًا.
schedule = الجدولة
schedule_hint = كيف يتغير معدل التعلم: ⁦constant, step:30:0.1, exponential:0.99, cosine:200, warmup:20, one_cycle:300⁩.
gradient_noise = ضوضاء التدرج
gradient_noise_hint = مقدار ما يُضاف عشوائيًا إلى كل تدرج.
formulas = التحديث: ⁨{ $optimizer }⁩. ⁨{ $optimizer_source }⁩. التكلفة: ⁨{ $cost }⁩. ⁨{ $cost_source }⁩.
update = التحديث: ⁨{ $optimizer }⁩. ⁨{ $source }⁩.
batch_size = حجم الدفعة
batch_size_hint = عدد العينات التي تنظر إليها كل خطوة: عدد، أو full.
iterations_per_frame = تكرارات لكل إطار
iterations_per_frame_hint = سرعة مرور الجولة: 0.1 تكرار واحد كل عشرة إطارات، و 10 عشرة في كل إطار، و max بقدر ما يتسع له وقت الإطار.
iterations_per_frame_0-1 = بطيء
pace = السرعة
theme = المظهر
theme_hint = الألوان والأحجام: فاتح أو داكن أو كبير للصفوف الخلفية.
theme_auto = تلقائي
theme_light = فاتح
theme_dark = داكن
theme_projector = جهاز عرض
theme_projector_dark = جهاز عرض، داكن
edits = تغيرت أثناء الجولة:
edit = من التكرار { $iteration }: ⁨{ $key }⁩ ⁨{ $value }⁩
edit_remove = إزالة
views = الصور
still_title = الخطوة { $count }
curve = المنحنى
curve_title = تل وزن واحد
curve_note = الخسارة على كل عينات التدريب ({ $all }) عندما يتغير هذا الوزن وحده: اسحب الكرة.
curve_note_batch = الخسارة على عينات هذه الخطوة ({ $count }) (الخط الرفيع: على كلها، { $all }) عندما يتغير هذا الوزن وحده: اسحب الكرة.
curve_note_dropout = الخسارة على عينات هذه الخطوة ({ $count })، بدون الوحدات المسقطة، عندما يتغير هذا الوزن وحده: اسحب الكرة.
curve_label = الخسارة عندما يتغير الوزن المختار، مع الكرة والمماس والخطوة القادمة. مفاتيح الأسهم تقرؤها.
map = الخريطة
map_title = الكرة من أعلى
plane_title = تضاريس وزنين
map_note = اسحب الكرة. المقياسان متساويان؛ خط لكل ⁨{ $step }⁩ من الخسارة؛ الأغمق أخفض.
map_label = خريطة كنتورية للخسارة بدلالة وزنين، مع الكرة وأثرها. مفاتيح الأسهم تقرؤها.
map_note_random = جزء كل وحدة بطول أوزانها؛ خط لكل ⁨{ $step }⁩؛ الأغمق أخفض.
map_note_path = حيث يبلغ المسار أبعد مدى؛ خط لكل ⁨{ $step }⁩؛ الأغمق أخفض.
map_note_gradient = التدرج والزخم؛ خط لكل ⁨{ $step }⁩؛ الأغمق أخفض.
plane = مستوى الخريطة والسطح
plane_hint = فوق أي مستوى من فضاء الأوزان تعرض الخريطة والسطح الخسارة.
plane_weights = وزنان
plane_random = عشوائي
plane_path = المسار حتى الآن
plane_gradient = التدرج
gradient_steeper = التدرج: أطول من المرسوم
keep = احتفاظ
keep_hint = يحتفظ بهذه الجولة: غيّر شيئًا واحدًا، وشغّل مرة أخرى، وشاهد المنحنيين معًا، والطريقين على الخريطة، وجدولًا بالفروق.
kept = الجولات المحفوظة
kept_run = الجولة
kept_now = الآن
kept_differs = ⁨{ $key }⁩ ⁨{ $value }⁩ (الآن ⁨{ $now }⁩)
kept_same = لا فرق
kept_open = افتح الجولة { $number }
kept_open_hint = يذهب إلى هذه الجولة بإعداداتها. «تراجع» يعيدك.
kept_remove = إزالة
kept_other_data = بيانات أخرى
kept_pictures_label = إجابات الجولة الحالية وكل جولة محفوظة جنبًا إلى جنب، والحالية أولًا؛ الجدول أدناه يسميها.
kept_pictures_hint = إجابات كل جولة. انقر واحدة للذهاب إليها، كما يفعل زرها في الجدول.
kept_full = توجد أربع جولات محفوظة: أزل واحدة منها أولًا (انظر جدول الجولات المحفوظة).
kept_right = الصحيح في التدريب
kept_r_squared = R²، التدريب
hold = تثبيت
hold_hint = يبقى المستوى في مكانه بينما تتابع الكرة تدحرجها: فتغادره الكرة ويُرسم ظلها. مرة أخرى: يتبع المستوى الكرة.
plane_at = المستوى ثابت من التكرار
plane_at_hint = تكرار مثل 0 أو 120: يثبت المستوى المار بالكرة هناك. فارغ: يتبع المستوى الكرة.
plane_in = { " " }الكرة في المستوى: الخسارة الحقيقية.
plane_in_batch = { " " }الكرة في المستوى: الخسارة على عينات تلك الخطوة (⁨{ $samples }⁩).
plane_off = { " " }[ball:الكرة] خارج المستوى بمسافة ⁨{ $distance }⁩: الخسارة الحقيقية ⁨{ $loss }⁩، وعند ظلها ⁨{ $shadow }⁩.
plane_off_batch = { " " }[ball:الكرة] خارج المستوى بمسافة ⁨{ $distance }⁩: الخسارة على عينات تلك الخطوة (⁨{ $samples }⁩) ⁨{ $loss }⁩، وعند ظلها ⁨{ $shadow }⁩.
plane_share = { " " }فيه ⁨{ $share }⁩ من تباين المسار.
plane_now = { " " }التكرار { $iteration }.
plane_age =
    { $n ->
        [one] { " " }التكرار { $iteration }، قبل إطار واحد.
        [two] { " " }التكرار { $iteration }، قبل إطارين.
        [few] { " " }التكرار { $iteration }، قبل { $frames } إطارات.
       *[other] { " " }التكرار { $iteration }، قبل { $frames } إطارًا.
    }
plane_share_short = ⁨{ $share }⁩ من المسار
plane_off_short = ⁨{ $share }⁩، الكرة خارجه بمسافة ⁨{ $distance }⁩
direction_random = اتجاه عشوائي { $number }
direction_principal_1 = الاتجاه الرئيسي الأول: ⁨{ $share }⁩ من المسار
direction_principal_2 = الاتجاه الرئيسي الثاني: ⁨{ $share }⁩
direction_momentum = الزخم، عموديًا على التدرج
direction_move = الحركة الأخيرة
direction_step = الخطوة القادمة
direction_any = أي اتجاه آخر
surface = السطح
surface_title = الكرة في الفضاء
landscape = كيف تُعرض خسارة وزنين
landscape_surface = مجسم
landscape_map = من أعلى
surface_note = اسحب للتدوير.
surface_of_all = { " " }الارتفاع: الخسارة على كل عينات التدريب ({ $count }).
surface_of_batch = { " " }الارتفاع: الخسارة على عينات هذه الخطوة ({ $count }).
enlarge = تكبير
enlarge_back = العودة إلى كل الصور
right_share = الصحيح: التدريب ⁨{ $train }⁩، الاختبار ⁨{ $test }⁩
right_share_alone = الصحيح: التدريب ⁨{ $train }⁩
r_squared_share = R²: التدريب ⁨{ $train }⁩، الاختبار ⁨{ $test }⁩
r_squared_share_alone = R²: التدريب ⁨{ $train }⁩
task_values = شبكة تتعلم دالة: ⁨{ $value }⁩ لكل ⁨{ $input }⁩
source_formula = البيانات: عينات ({ $rows }) من الصيغة ⁨{ $formula }⁩.
surface_label = سطح الخسارة بدلالة وزنين. مفاتيح الأسهم تديره.
turn_left = أدر يسارًا
turn_right = أدر يمينًا
turn_up = من موضع أعلى
turn_down = من موضع أخفض
turn_back = إعادة الاتجاه
boundary = الإجابات
boundary_title = ما تجيب به
neuron_task = عصبون واحد يبحث عن أنسب مستقيم: ⁨{ $classes }⁩
source_neuron = البيانات: ⁨{ $source }⁩؛ ⁨{ $licence }⁩.
neuron_title = مستقيم العصبون
neuron_tab = المستقيم
neuron_label = النقاط ومستقيم العصبون وخطأ كل نقطة. مفاتيح الأسهم تقرؤها.
neuron_map_label = خريطة كنتورية للتكلفة بدلالة الوزن والانحياز، مع الكرة وأثرها والخطوة. مفاتيح الأسهم تحرك البداية.
neuron_surface_label = سطح التكلفة بدلالة الوزن والانحياز. مفاتيح الأسهم تديره.
neuron_note_squares = كل [slope:مربع] هو مربع خطأ نقطة؛ والتكلفة هي { $cost }.
neuron_note_lines = كل [slope:خط] هو خطأ نقطة؛ والتكلفة هي { $cost }.
neuron_map_note = اسحب الكرة، أو انقر، أو استعمل مفاتيح الأسهم. المقياسان متساويان؛ { $lines }؛ الأغمق أخفض؛ السهم يبين اتجاه الخطوة.
neuron_map_note_batch = { " " }التكلفة على عينات دفعة هذه الخطوة ({ $count }).
neuron_sentence = عند الوزن ⁨{ $weight }⁩ والانحياز ⁨{ $bias }⁩ تبلغ التكلفة ({ $cost }) [ball:للعصبون] ⁨{ $loss }⁩؛ [slope:التدرج] [slope:⁨{ $gradient }⁩]، لذلك تحركه [step:الخطوة] التالية بمقدار [step:⁨{ $step }⁩].
neuron_rests_best = استقرت [ball:الكرة] بعد { $steps }: قيمة { $cost } هي ⁨{ $loss }⁩، ولا وزن ولا انحياز آخر أفضل منهما.
neuron_rests = استقرت [ball:الكرة] بعد { $steps }: قيمة { $cost } هي ⁨{ $loss }⁩، ولا تغادر أي خطوة هذا المكان.
neuron_falls = انتهت الجولة بعد { $steps }: انخفضت قيمة { $cost } من ⁨{ $from }⁩ إلى ⁨{ $loss }⁩، ولم تستقر بعد. للمتابعة زد عدد الخطوات.
neuron_grows = [warning:كل خطوة أطول من اللازم:] في آخر { $grew } كان الاتجاه صعودًا دائمًا، وقيمة { $cost } الآن ⁨{ $loss }⁩. أعد الضبط، ثم جرب حجم خطوة أصغر.
neuron_stopped = [warning:توقف] بعد { $steps }: كانت أطول من اللازم، فصعدت الكرة حتى صارت الأعداد أكبر من أن تُحسب. أعد الضبط، ثم جرب حجم خطوة أصغر.
network_ended = الإجابات الصحيحة: من ⁨{ $from }⁩ إلى ⁨{ $to }⁩ بعد { $steps }، على العينات التي تتعلم منها الشبكة.
network_ended_fell = انخفضت قيمة { $cost } من ⁨{ $from }⁩ إلى ⁨{ $to }⁩ بعد { $steps }.
network_ended_values = تغيرت قيمة { $cost } من ⁨{ $from }⁩ إلى ⁨{ $to }⁩ بعد { $steps }.
neuron_far = [warning:الكرة بعيدة خارج الصورة:] كانت الخطوات أطول من اللازم. أعد الضبط، ثم جرب بداية أخرى أو حجم خطوة أصغر.
neuron_found_hint = تجده الآلة خطوة خطوة؛ ولك أن تحدد من أين تبدأ.
neuron_chosen = ما تختاره أنت
neuron_found = ما تجده الآلة
neuron_weight = الوزن
neuron_bias = الانحياز
slope_weight = الميل باتجاه الوزن
slope_bias = الميل باتجاه الانحياز
step_weight = الخطوة التالية للوزن
step_bias = الخطوة التالية للانحياز
squared_error = متوسط مربعات الأخطاء
half_squared_error = نصف متوسط مربعات الأخطاء
absolute_error = متوسط الخطأ المطلق
huber = متوسط خطأ هوبر
softmax_cross_entropy = الإنتروبيا المتقاطعة
binary_cross_entropy = الإنتروبيا المتقاطعة الثنائية
hinge = متوسط خسارة المفصلة
unit_nats = نات
unit_deviations = انحراف
unit_squared_deviations = انحراف²
boundary_note = { $classes } لون المنطقة هو لون الإجابة فيها. المملوء: ⁨{ $train }⁩ للتعلم منها؛ المفرغ: ⁨{ $test }⁩ محجوزة للاختبار.
visits_all = ترى كل خطوة العينات كلها، وعددها { $of }: الخطوة الواحدة حقبة واحدة.
visits_own = [step:المطوقة]: عينات الخطوة القادمة.
visits = الحقبة { $epoch }: العينات المشاهدة { $seen } من { $of }. [step:المطوقة]: التالية وعددها { $count }. الصغيرة: لم تأت بعد.
visits_last = الحقبة { $epoch }: العينات المشاهدة { $seen } من { $of }. [step:المطوقة]: الأخيرة وعددها { $count }؛ بعدها تكون كل عينة قد شوهدت مرة.
visits_begin = شوهدت العينات كلها ({ $of }): اكتملت الحقبة { $before }. [step:المطوقة]: الأولى في الحقبة { $epoch } وعددها { $count }. الصغيرة: لم تأت بعد.
validation_note = { " " }وبداخله نقطة: ⁨{ $validation }⁩ محجوزة للتحقق.
fit_note = [ball:المنحنى] هو ما تقوله الشبكة. [slope:الخطوط] أخطاء عينات الخطوة القادمة. المملوء: ⁨{ $train }⁩ للتعلم منها؛ المفرغ: ⁨{ $test }⁩ محجوزة للاختبار.
fit_note_formula = [ball:المنحنى] هو ما تقوله الشبكة، والرفيع هو الصيغة. [slope:الخطوط] أخطاء عينات الخطوة القادمة. المملوء: ⁨{ $train }⁩ للتعلم منها؛ المفرغ: ⁨{ $test }⁩ محجوزة للاختبار.
class_mark_1 = [class-1:● ⁨{ $name }⁩]
class_mark_2 = [class-2:▲ ⁨{ $name }⁩]
class_mark_3 = [class-3:■ ⁨{ $name }⁩]
boundary_label = إجابات الشبكة لكل مدخل، وفوقها العينات. مفاتيح الأسهم تقرؤها.
errors = الأخطاء
errors_hint = يرسم العينة أكبر كلما زادت تكلفتها وحدها: هذه هي الأسوأ.
errors_note = الحجم: تكلفة العينة وحدها، ⁨{ $largest }⁩ على الأكثر.
paint = رسم
paint_hint = اصنع بيانات بيدك في هذه الصورة: ارسم نقاطًا، أو منحنى تتعلمه الشبكة.
brushes = بماذا ترسم
paint_points = انقر أو اسحب للرسم.
paint_curve = اسحب لترسم المنحنى الذي تتعلمه الشبكة.
paint_anew = كل رسمة تبدأ من جديد بالبذرة نفسها؛ والتعلم من كل النقاط.
paint_kept = أول رسمة تجعل هذه النقاط نقاطك؛ ويبدأ التدريب من جديد، والتعلم منها كلها.
paint_rounded = أول رسمة تجعل هذه النقاط نقاطك، مقرَّبة؛ ويبدأ التدريب من جديد، والتعلم منها كلها.
paint_emptied = أول رسمة تزيل هذه النقاط، إذ لا يمكن الرسم عليها، وتبدأ من جديد.
paint_full = [warning:امتلأ العنوان:] لا يتسع لأكثر من هذه النقاط ({ $count }). امحُ بعضها، أو احفظ البيانات في ملف، ضمن «المزيد».
paint_last = [warning:لم يُمح:] يحتفظ كل صنف، وكذلك المنحنى، بآخر نقطة له ليبقى ما يُتعلم. يمكن حذف الصنف الثالث.
paint_at = عند ⁨{ $x }⁩، ⁨{ $y }⁩. Enter يرسم، و Delete يمحو الأقرب، و Escape ينهي.
paint_pen = قلم
paint_erase = ممحاة
paint_more = + صنف
paint_clear = مسح الكل
paint_clear_hint = يترك نقطة واحدة من كل صنف، أو من المنحنى. «تراجع» يعيدها كلها.
paint_other_curve = ارسم منحنى
paint_other_points = ارسم نقاطًا
paint_other_hint = قيم على مدخل واحد بدلًا من أصناف على مدخلين، أو العكس. يبدأ شبه فارغ؛ «تراجع» يعيدك.
paint_label = ما تجيب به الشبكة، وأنت ترسم ما تتعلم منه. مفاتيح الأسهم تحرك علامة التقاطع، ومع Shift عُشر المسافة. Enter يرسم، و Delete يمحو أقرب نقطة، والأرقام من 1 إلى 3 تختار صنفًا، و Escape ينهي.
diagram = الشبكة
diagram_title = الشبكة
diagram_note = الوحدات: [positive:أكبر من 0]، [negative:أصغر من 0]، ⁦±⁩ أكبر قيمة. الخطوط: [positive:المتصل موجب]، [negative:المتقطع سالب]، العريض كبير، القصير انحياز؛ ○ هو الوزن الثاني. [step:الأخضر]: الحركة الأخيرة.
diagram_hint = كل صورة هي ما تخرجه وحدة بدلالة أول مدخلين، والباقي عند متوسطه؛ وأكبر قيمة لها بكامل اللون. انقر خطًا لتضع الكرة عليه.
diagram_label = أوزان الشبكة. مفاتيح الأسهم تختار الوزن الذي ننظر على امتداده.
chart = رسم بياني
hidden_layer = الطبقة المخفية
hidden_layer_hint = فضاء أي طبقة يُعرض: كل طبقة تثني ما ثنته التي قبلها.
hidden_layer_1 = الطبقة 1
hidden_layer_2 = الطبقة 2
hidden_layer_3 = الطبقة 3
hidden_layer_4 = الطبقة 4
hidden_layer_5 = الطبقة 5
hidden_layer_last = الطبقة الأخيرة
chart_hint = ما يُرسم: الخسارة، أو تدرجات كل طبقة، أو الأوزان، أو الإجابات الصحيحة والخاطئة، أو الفضاء المخفي، أو شدة انحناء الخسارة، أو معدل التعلم.
chart_label = رسم بياني للجولة؛ الجملة فوقه تقول ما يُرى فيه. مفاتيح الأسهم تقرؤه.
chart_loss_note = الخسارة ({ $cost }): ⁨{ $train }⁩ على عينات التدريب، و ⁨{ $test }⁩ على عينات الاختبار.
chart_loss_note_alone = الخسارة ({ $cost }): ⁨{ $train }⁩ على عينات التدريب.
chart_loss_note_penalty_alone = الخسارة ({ $cost } مع الجزاء): ⁨{ $train }⁩ على عينات التدريب؛ منها ⁨{ $penalty }⁩ هو الجزاء.
chart_loss_note_penalty = الخسارة ({ $cost }): ⁨{ $train }⁩ على عينات التدريب، منها ⁨{ $penalty }⁩ هو الجزاء؛ و ⁨{ $test }⁩ على عينات الاختبار، بدون الجزاء.
chart_loss_note_validation = { " " }على عينات التحقق: ⁨{ $validation }⁩.
penalty = الجزاء
chart_layer = الطبقة { $layer }
chart_gradients_note = طول جزء كل طبقة من [slope:التدرج]: ⁨{ $first }⁩ في الأولى، و ⁨{ $last }⁩ في الأخيرة.
chart_gradients_note_one = طول [slope:التدرج]: ⁨{ $first }⁩.
chart_gradients_note_vanish = [warning:التدرج يتلاشى]: ⁨{ $first }⁩ في الطبقة الأولى، و ⁨{ $last }⁩ في الأخيرة، أي ⁨{ $ratio }⁩ من ذاك. الطبقات الأولى لا تكاد تتعلم.
chart_gradients_note_explode = [warning:التدرج ينفجر]: ⁨{ $first }⁩ في الطبقة الأولى، و ⁨{ $last }⁩ في الأخيرة، أي أصغر ⁨{ $ratio }⁩ مرة.
chart_weights_note = كم وزنًا لكل مقدار، بدون الانحيازات.
chart_weights_x = الوزن
chart_weights_y = العدد
chart_learning_rate_note = [step:معدل التعلم] الآن ⁨{ $rate }⁩.
chart_answers_note = على عينات ⁨{ $samples }⁩: ⁨{ $right }⁩ من الإجابات صحيحة، وهي التي داخل الإطارات. كلما زادت العينات اشتد اللون.
chart_answers_note_values = على عينات ⁨{ $samples }⁩: ⁦R² = ⁨{ $explained }⁩⁩، وهي نسبة تشتت القيم التي تفسرها الإجابات. الإجابات الصحيحة تقع على الخط.
answers_expected = المتوقع
answers_answered = الإجابة
hidden_space_x = البعد عن الحد المستقيم
hidden_space_scattered = حيث العينات أكثر تشتتًا
hidden_space_rise = باتجاه أوزان الطبقة الأخيرة
hidden_space_y = عموديًا عليه
chart_hidden_space_note = الطبقة المخفية الأخيرة ترى العينات نفسها وقد انثنت، والشبكة المربعة معها: ⁨{ $right }⁩ من عينات التدريب في الجهة الصحيحة من حد مستقيم.
chart_hidden_space_note_apart = الطبقة المخفية الأخيرة ترى العينات نفسها وقد انثنت، والشبكة المربعة معها: حدود مستقيمة تفصل أصناف كل عينات التدريب.
chart_hidden_space_layer = الطبقة المخفية { $layer } من { $count }: العينات والشبكة المربعة كما تراها، وكل طبقة تثنيها أكثر قليلًا.
chart_hidden_space_values = الطبقة المخفية الأخيرة ترى العينات نفسها وقد انثنت: باتجاه أوزانها الأخيرة تزداد الإجابة من اليسار إلى اليمين.
chart_hidden_space_none = لا توجد طبقة مخفية: على خط مستقيم أن يفصل المدخلات كما هي.
sharpness = λ، التدريب
sharpness_limit = تستقر تحته
sharpness_axis = أشد انحناء λ
chart_sharpness_note = ⁦λ = ⁨{ $curvature }⁩⁩: وفق القاعدة التقريبية تستقر الخطوات تحت معدل تعلم ⁨{ $limit }⁩؛ وهو ⁨{ $rate }⁩.
chart_sharpness_note_above = [warning:فوق الحد:] ⁦λ = ⁨{ $curvature }⁩⁩؛ وفق القاعدة التقريبية تستقر الخطوات تحت معدل تعلم ⁨{ $limit }⁩، وهو ⁨{ $rate }⁩.
chart_sharpness_note_schedule = ⁦λ = ⁨{ $curvature }⁩⁩: وفق القاعدة التقريبية تستقر الخطوات تحت معدل تعلم ⁨{ $limit }⁩؛ وهو الآن ⁨{ $rate }⁩ ويتغير.
chart_sharpness_note_none = ⁦λ = ⁨{ $curvature }⁩⁩. لا قاعدة بالصورة ⁦2/λ⁩ لخوارزمية التحسين هذه: فهي تختار خطواتها بنفسها.
chart_sharpness_note_decay = ⁦λ = ⁨{ $curvature }⁩⁩. مع اضمحلال الأوزان أو التخميد لا قاعدة بالصورة ⁦2/λ⁩.

## Sharing, and the calls of a page around it

share = مشاركة
share_hint = رابط، ورمز لصفحتك، وصور، وأعداد الجولة.
share_title = شارك هذا الشكل
share_at = يُفتح عند هذه الخطوة، { $iteration }
share_view = المعروض
share_view_all = كل شيء
share_width = العرض
share_height = الارتفاع
share_link = رابط
share_iframe = إطار، لأي صفحة
share_element = العنصر، لصفحة تقبل النصوص البرمجية
share_copy = نسخ
share_copied = نُسخ
share_copy_failed = لم يسمح المتصفح للصفحة بالنسخ: النص محدد، فانسخه من هناك.
share_long = هذه التجربة أطول من أن يتسع لها رابط. احفظها في ملف ضمن «المزيد»: يمكن فتحه هنا لاحقًا.
share_class_link = رابط للصف
share_class_code = رمزي
share_nowhere = ليس لهذه النسخة عنوان على الويب: الرابط أو الإطار لا يؤدي إليها إلا على هذا الحاسوب.
share_guide = كيف يُضمَّن شكل في صفحة
share_single_file = كل Downhill في ملف واحد، لذاكرة USB
share_files = ملفات
share_png = صورة، PNG
share_svg = صورة، SVG
share_csv = أعداد، CSV
share_preview = معاينة، ⁦⁨{ $width }⁩ × ⁨{ $height }⁩⁩
share_close = إغلاق
embed_said = شكل يعمل حيث تعمل النصوص البرمجية: كرة تتدحرج نزولًا، أو شبكة تتعلم.
embed_open = شاهده متحركًا
state_bad = هذه ليست حالة لشكل: يلزم الإصدار 1، واستعلام أو تجربة.
image_none = لا توجد صورة «⁨{ $view }⁩» للعرض. الموجود: ⁨{ $views }⁩.
image_failed = لم يستطع المتصفح إنشاء الصورة.

## What is under the pointer

probe_row = الصف { $row }، للتعلم منه
probe_row_validation = الصف { $row }، محجوز للتحقق
probe_row_test = الصف { $row }، محجوز للاختبار
probe_answer = [ball:الإجابة]
probe_class = ⁨{ $class }⁩، ⁨{ $share }⁩
probe_measured = المقيس
probe_error = [slope:الخطأ]
probe_loss = خسارتها وحدها
probe_probabilities = احتمال كل صنف هنا
probe_shares = نسبة كل صنف هنا
probe_here = هنا
probe_value = [ball:القيمة]
probe_gradient = [slope:التدرج]
probe_last_move = الحركة الأخيرة
probe_next_move = [step:الحركة التالية]
probe_unit = ⁨{ $name }⁩: على العينات ({ $number })
probe_unit_sample = ⁨{ $name }⁩: العينة { $number }
probe_puts_out = يخرج
probe_lowest = الأدنى
probe_mean = المتوسط
probe_highest = الأعلى
probe_plane = في هذا المستوى
probe_about = ⁦≈ ⁨{ $value }⁩⁩
probe_iteration = التكرار { $iteration }
probe_rate = [step:معدل التعلم]
probe_bar = الأوزان من ⁨{ $from }⁩ إلى ⁨{ $to }⁩
probe_cell = الإجابات، ⁨{ $samples }⁩

numbers = الأعداد
epoch = الحقب المكتملة
train_loss = خسارة التدريب
validation_loss = خسارة التحقق
test_loss = خسارة الاختبار
batch_loss = خسارة هذه الدفعة
train_accuracy = دقة التدريب
validation_accuracy = دقة التحقق
test_accuracy = دقة الاختبار
train_r_squared = R²، التدريب
validation_r_squared = R²، التحقق
test_r_squared = R²، الاختبار
gradient_norm = طول التدرج
value = هذا الوزن
gradient = التدرج
velocity = السرعة
weight_decay_part = اضمحلال الأوزان
next_step = الخطوة التالية
source = البيانات: ⁨{ $source }⁩؛ ⁨{ $licence }⁩. المدخلات محولة إلى قيم معيارية وفق صفوف التدريب.
source_own = البيانات: بياناتك؛ وتبقى في هذا المتصفح. المدخلات محولة إلى قيم معيارية وفق صفوف التدريب.
source_dropped = البيانات: ⁨{ $source }⁩؛ ⁨{ $licence }⁩. صفوف متروكة لنقص قياس فيها: ⁨{ $dropped }⁩ من { $rows }. المدخلات محولة إلى قيم معيارية وفق صفوف التدريب.

## Examples that teach

example = مثال
example_none = اختر …
example_hint = تجارب في كل منها شيء واحد يُرى؛ وما هو مكتوب تحت الأزرار.
example_learns_well = تعلّم جيد
example_too_high_a_rate = معدل مرتفع جدًا
example_equal_weights = أوزان متساوية
example_no_hidden_layer = بلا طبقة مخفية
example_squares_as_inputs = المربعات مدخلات
example_vanishing_gradients = تدرجات متلاشية
example_dead_units = وحدات ميتة
example_over-fitting = فرط التخصيص
example_over-fitting_cured = علاج فرط التخصيص
example_bad_minimum = نقطة صغرى رديئة
example_good_minimum = نقطة صغرى جيدة
example_spiral = لولب
example_sunspots = البقع الشمسية
example_sunspots_forecast = توقع البقع الشمسية
example_a_formula = صيغة
example_labels_by_a_formula = فئات من صيغة
watch_learns_well = شاهد الخسارة تنخفض على نوعي العينات كليهما: بضع مئات من الخطوات، فتُميَّز كلها تقريبًا.
watch_too_high_a_rate = شاهد الخسارة تقفز بدل أن تنخفض: كل خطوة تعبر الوادي وتنتهي أعلى. للمثال «تعلّم جيد» البيانات نفسها، وجزء من مئة من هذا المعدل.
watch_equal_weights = شاهد الوحدات المخفية: كلها تبدأ من الصفر، وكلها تنال التدرج نفسه، فلا تختلف أي منها عن غيرها أبدًا، ولا يُتعلَّم شيء.
watch_no_hidden_layer = شاهد الحد الفاصل: بدون طبقة مخفية هو خط مستقيم واحد، ولا خط يضع أكثر من ثلاثة أرباع هذه في الجهة الصحيحة.
watch_squares_as_inputs = شاهد الحد الفاصل يصير دائرة بدون أي طبقة مخفية: تُعطى الشبكة مربعي المدخلين، ولا يلزم أكثر من مجموع موزون لهما.
watch_vanishing_gradients = شاهد أوزان الطبقة الأولى ساكنة: بعد الرجوع عبر ست طبقات من sigmoid لا يبقى لها من التدرج جزء من ألف.
watch_dead_units = شاهد الخسارة تتوقف: كانت الخطوات الأولى طويلة حتى صارت كل وحدة في إحدى الطبقات تجيب 0 عن كل عينة. تدرجها 0، فلا تعود أبدًا.
watch_over-fitting = شاهد الخسارتين تفترقان: على العينات الـ 30 التي تتعلم منها تذهب الخسارة إلى 0، وعلى غيرها تزداد. لقد حفظتها الشبكة عن ظهر قلب.
watch_over-fitting_cured = شاهد الخسارتين تبقيان معًا: الشبكة والبيانات نفسها، لكن للأوزان الكبيرة ثمنًا (l2).
watch_bad_minimum = شاهدها تستقر وثلاثة من كل عشرة خطأ: الكرة في نقطة صغرى رديئة. المثال «نقطة صغرى جيدة» لا يختلف إلا في البذرة.
watch_good_minimum = شاهدها تستقر أخفض بكثير مما في المثال «نقطة صغرى رديئة»: الشبكة والإعدادات نفسها، وبذرة أخرى.
watch_spiral = شاهد الحد الفاصل يلتف حول الذراعين كليهما، من x₁ و x₂ وحدهما.
watch_sunspots = شاهد المنحنى يجد السنوات الإحدى عشرة بين ذروتين، وانظر إلى النقاط المفرغة التي لم يرها قط: إنه يملأ الفجوات جيدًا.
watch_sunspots_forecast = شاهد المنحنى على اليمين، حيث لم تُتعلَّم أي سنة: يلائم الماضي ولا يعرف شيئًا عن المستقبل. R² على هذه السنوات أقل من 0: فالمتوسط كان تخمينًا أفضل.
watch_a_formula = شاهد المنحنى السميك ينثني نحو الرفيع، وهو الصيغة؛ وهو لا يرى إلا النقاط، وفيها ضوضاء.
watch_labels_by_a_formula = شاهد الحد الفاصل يصير الخط الذي تكون عليه الصيغة ⁦sin(x) − y/3⁩ تساوي 0. اكتب غيرها ضمن «المزيد»: الهدف.
target = الهدف (صيغة)
target_hint = صيغة تُتعلم بدلًا من البيانات: من x، قيمها؛ ومن x و y، حيث تكون أكبر من 0. فارغ: البيانات.
sampled = أين تؤخذ العينات
sampled_hint = من أين إلى أين، مثل ⁦-5,5⁩، أو لـ x ثم y، مثل ⁦-5,5,-2,2⁩؛ فارغ: المعتاد.
samples = العينات
samples_hint = عدد العينات المولَّدة، من 10 إلى 5000؛ فارغ: المعتاد. البيانات المقيسة تبقى كما هي.
test_fraction = المحجوز للاختبار
test_fraction_hint = نسبة العينات التي لا تتعلم منها الشبكة: من 0 إلى 0.9.
validation_fraction = المحجوز للتحقق
validation_fraction_hint = نسبة العينات التي تدل على وقت التوقف: لا تتعلم الشبكة منها، والصبر يراقب خسارتها. من 0 إلى 0.9، من كل العينات.
test_rows = أي منها
test_rows_hint = أي العينات تُحجز للاختبار: عشوائية، أو الأخيرة كما في التنبؤ. وتليها عينات التحقق.
test_rows_random = عشوائية
test_rows_last = الأخيرة
standardize_targets = تحويل القيم إلى معيارية
standardize_targets_hint = يحول القيم المطلوبة إلى متوسط 0 وانحراف 1: عندئذ تصلح معدلات التعلم المعتادة. وتُحسب الخسارة بالانحرافات.

## A class: presenter mode, the story, the teacher's notes

present = عرض للصف
present_hint = للصف: يملأ الشاشة بعرض كبير ليس فيه إلا المهم. المفتاح: P.
present_end = إنهاء
present_end_hint = عودة إلى الصفحة. المفتاحان: P و Escape.
present_begin = المفتاح Page Down يبدأ الدرس «⁨{ $title }⁩».
present_numbers = الأعداد المهمة
present_controls = الدرس
present_dark = غرفة مظلمة
present_light = غرفة مضيئة
present_room_hint = ألوان فاتحة لغرفة مضيئة، وداكنة لغرفة مظلمة.
present_blank = ما على الشاشة مخفي. المفتاح نفسه يُظهره من جديد.
beat_back = المحطة السابقة
beat_next = المحطة التالية
beat_of = { $beat } من { $beats }
ask = سؤال
notes = ملاحظات
notes_hint = نافذة ثانية لك وحدك: ما تقوله، والمحطة التالية، والوقت. المفتاح: S.
notes_blocked = منع المتصفح النافذة التي فيها ملاحظاتك. اسمح بالنوافذ المنبثقة لهذه الصفحة، ثم افتح الملاحظات من جديد.
notes_title = ملاحظات للمعلم
notes_none = لا يوجد درس مفتوح. المفتاح Page Down في النافذة الأخرى يبدأ الدرس.
notes_next = التالي: ⁨{ $heading }⁩
notes_last = هذه آخر محطة.
notes_clock = الوقت
notes_elapsed = منذ البداية
story = درس
story_lesson = اعرض الدرس
story_lesson_hint = الدرس المرفق مع Downhill، محطة بعد محطة، للصف. Page Down للمتابعة، و Page Up للرجوع.
story_file = درس، من ملف
story_file_hint = درس من إعدادك: ملف Markdown. يمكن أيضًا إفلاته على الشكل.
story_close = إغلاق الدرس
story_close_hint = يبقى ما هو معروض.
story_dropped = هذا الملف ليس درسًا. الدرس ملف Markdown (⁦.md⁩)؛ أما الجدول فيمكن إفلاته في مشهد «الشبكة».
story_missing = تعذرت قراءة الدرس «⁨{ $address }⁩»: ⁨{ $why }⁩. ابحث عن خطأ في اسمه، أو افتحه من ملف، ضمن «المزيد».
story_elsewhere = يجب أن يكون الدرس على موقع هذه الصفحة نفسه، أما «⁨{ $address }⁩» فليس عليه. احفظه في ملف وافتح الملف، ضمن «المزيد».

## Keys

keys = المفاتيح
keys_hint = كل المفاتيح، وما يفعله كل منها. المفتاح: علامة الاستفهام.
keys_title = المفاتيح
keys_close = إغلاق
keys_focus = تعمل ما دام التركيز على الشكل.
keys_single = المفاتيح المفردة
keys_single_hint = عند إيقافها لا تفعل الحروف والأرقام والعلامات شيئًا، وهذا ما يحتاج إليه بعض من يخاطبون حاسوبهم بالصوت. وتبقى الأسهم والمسافة و Page Up و Page Down.
keys_key = المفتاح
keys_does = ما يفعله
key_play = تشغيل، أو إيقاف مؤقت
key_step = خطوة إلى الأمام؛ مع Shift عشر خطوات
key_step_back = خطوة إلى الوراء؛ مع Shift عشر خطوات
key_arrows = الكرة، أو شريط تمرير، أو السطح: ما عليه التركيز
key_ends = على الخط الزمني: إلى أول خطوة، إلى آخر خطوة
key_larger = حجم خطوة أكبر
key_smaller = حجم خطوة أصغر
key_reset = البداية نفسها
key_new_start = بداية أخرى (الشبكة)
key_scenes = المشاهد
key_full_screen = ملء الشاشة، أو العودة
key_table = الجولة في جدول
key_present = وضع العرض، أو العودة
key_notes = نافذة ثانية فيها ملاحظات المعلم
key_next = المحطة التالية من الدرس؛ وكذلك الأسهم و Enter في وضع العرض
key_back = المحطة السابقة؛ وكذلك الأسهم في وضع العرض
key_blank = في وضع العرض: إخفاء ما على الشاشة، أو إظهاره
key_undo = إلغاء آخر تغيير
key_close = إغلاق ما هو مفتوح؛ ثم إعادة التركيز
key_list = هذه القائمة
key_space = المسافة
key_page_down = Page Down
key_page_up = Page Up
key_arrow_keys = الأسهم
key_home_end = Home، End
key_escape = Escape
key_enter = Enter
key_undo_keys = Ctrl Z

## A class: what its link locks, its goal, its results

lock = إعدادات مقفلة
goal = الهدف
class = للصف
class_about = ثلاثون شاشة فيها الجولة نفسها: اختر ما يبقى كما هو، وما المطلوب تحقيقه. لا يحتاج الطلاب إلا إلى الرابط أو رمز QR له: لا حساب، ولا يُرسل شيء إلى أي مكان.
class_lock = ما لا يغيّره الطلاب
class_all = كل ما يجعل الجولة مختلفة
class_goal = الهدف
class_goal_none = لا شيء
class_goal_loss = الخسارة أقل من …
class_goal_height = الارتفاع أقل من …
class_goal_test_loss = خسارة الاختبار أقل من …
class_goal_lowest = إيجاد أخفض مكان
class_below = أقل من
class_within = خلال هذا العدد من الخطوات
class_within_empty = بلا حد
class_below_missing = اكتب العدد المطلوب النزول تحته، مثل 0.1.
class_qr = رمز QR للرابط
class_qr_large = املأ به الشاشة
class_qr_back = رجوع
class_qr_long = هذا الرابط أطول من أن يتسع له رمز QR: مع بياناتك الخاصة، وزّع الرابط نفسه.
class_check = رمز طالب
class_check_hint = الرمز الذي تعرضه صفحة الطالب تحت «نتيجتي»، مثل ⁦3K7M-Q2ZD⁩.
class_result = نتيجتي
class_result_hint = الرمز والرابط اللذان تسلّمهما.
class_code_about = يدل الرمز على الخطوة التي وصلت إليها هذه الصفحة، وعلى تحقق الهدف أو عدم تحققه. والرابط يفتح هذه الخطوة بعينها.
class_code_none = لا يوجد رمز هنا: لا يمكن الحكم على الهدف في الوضع الحالي.
locked = يُبقي الرابط ما يلي كما هو: ⁨{ $names }⁩.
locked_all = يُبقي الرابط كل إعدادات الجولة كما هي.
locked_hint = يُبقي الرابط هذا الإعداد كما هو.
locked_why = يُبقي الرابط الإعداد «⁨{ $name }⁩» كما هو، وهذا كان سيغيّره.
goal_loss = الخسارة أقل من ⁨{ $below }⁩
goal_height = الارتفاع أقل من ⁨{ $below }⁩
goal_test_loss = خسارة الاختبار أقل من ⁨{ $below }⁩
goal_lowest = إيجاد أخفض مكان
goal_within = { $goal } خلال { $steps }
goal_open = الهدف: { $goal }. الآن ⁨{ $now }⁩ عند الخطوة { $step }.
goal_away = الهدف: { $goal }. لم يتحقق بعد عند الخطوة { $step }.
goal_reached = الهدف: { $goal }. تحقق عند الخطوة { $step }.
goal_missed = الهدف: { $goal }. لم يتحقق، والقيمة ⁨{ $now }⁩ عند الخطوة { $step }. عد إلى البداية، وغيّر شيئًا، ثم حاول من جديد.
goal_none = الهدف: { $goal }. لكن لم يُعثر على أخفض مكان في هذه الصورة.
goal_unknown = الهدف: { $goal }. لا يمكن الحكم عليه بعد.
goal_no_function = ⁦goal⁩: أخفض مكان هدف للدوال، وهذه شبكة. اختر خسارة، مثل ⁦goal=loss<0.1⁩.
goal_no_test = ⁦goal⁩: لا توجد هنا عينات اختبار، فلا توجد خسارة اختبار. اختر الخسارة نفسها، مثل ⁦goal=loss<0.1⁩.
code_bad = في الرمز ثمانية من الحروف والأرقام، مثل ⁦3K7M-Q2ZD⁩.
code_other = هذا الرمز لا يخص هذا الرابط: ابحث عن خطأ في كتابته، وتأكد أن الهدف والإعدادات المقفلة هي نفسها في رابط الطالب.
code_reached = تحقق الهدف عند الخطوة { $step }.
code_open = لم يتحقق الهدف حتى الخطوة { $step }.

## Pictures in numbers

table = جدول
table_hint = الصور والجولة بالأعداد.
table_title = بالأعداد
table_of = المعروض
table_run = الجولة
table_copy = نسخ بصيغة CSV
table_close = إغلاق
table_none = لا يوجد جدول لهذا بعد.
table_more = الصفوف والأعمدة بعض من الكل، على مسافات متساوية. وما يُنسخ فيه كل المنازل العشرية.
table_curve_caption = المنحنى عند الخطوة { $step }: الارتفاعات والميول من اليسار إلى اليمين، وبينها موضع الكرة نفسها.
table_map_caption = الارتفاعات من أعلى عند الخطوة { $step }: صف لكل موضع رأسيًا، وعمود لكل موضع أفقيًا.
table_boundary_caption = ما تجيب به الشبكة عند الخطوة { $step }، على مستوى مدخلاتها.
table_diagram_caption = أوزان الشبكة عند الخطوة { $step }، مع تدرج كل منها وحركته القادمة.
table_chart_caption = الرسم البياني حتى الخطوة { $step }. { $chart }
table_runs_caption = الجولات جنبًا إلى جنب عند الخطوة { $step }.
table_run_caption = الجولة حتى الخطوة { $step }.
table_corner = ⁨{ $y }⁩؛ أفقيًا: ⁨{ $x }⁩
table_class = ⁨{ $class }⁩، ⁨{ $share }⁩
table_answered = { $expected }؛ أفقيًا: الإجابة
table_from = من
table_to = إلى
table_row = الصف
table_first_axis = المحور الأول
table_second_axis = المحور الثاني
table_sharpness = أشد انحناء
table_value = القيمة
table_move = الحركة التالية
table_differs = الفروق
table_answer = الإجابة
table_lane = الجولة { $number }
step_word = الخطوة

## Sound

sound = صوت
sound_hint = كل خطوة نغمة: كلما زادت الخسارة زادت حدة النغمة؛ ويأتي الصوت من جهة الكرة، اليسار أو اليمين.

## On paper

print = على الورق
print_page = اطبع هذه الخطوة
print_page_hint = صور هذه الخطوة رسومًا خطية، مع إعداداتها وأعدادها ورابطها ورمز QR له.
print_handout = اطبع نشرة
print_handout_hint = من أربع إلى ست خطوات من الجولة، بعضها تحت بعض، مع ما يُقال عن كل منها.
handout_short = تعرض النشرة من أربع إلى ست خطوات من الجولة: اخطُ ثلاث خطوات على الأقل أولًا.
paper_settings = الإعدادات
paper_link = هذه الخطوة على الشاشة

## What the core says in English, the words of which are the key: names and errors

core_0_for_off_or_1_for_on = 0 للإيقاف أو 1 للتشغيل
core_1_the_only_version_there_is = 1، الإصدار الوحيد الموجود
core_a_comma_separates_the_arguments_of_max_min_and_pow_in_a_number_write_a_point_0_5 = الفاصلة تفصل بين وسائط max وmin وpow. اكتب نقطة في العدد: ⁨0.5⁩.
core_a_condition_is_a_comparison_such_as_x_0 = الشرط مقارنة، مثل ⁨x < 0⁩.
core_a_disc_within_a_ring_after_make_circles_of_scikit_learn = قرص داخل حلقة، على نهج ⁨make_circles⁩ من ⁨scikit-learn⁩
core_a_distance_from_0_on_such_as_0_5 = مسافة من 0 فما فوق، مثل ⁨0.5⁩
core_a_end_name_is_missing = ينقص ⁨\end{"{"}{ $name }{"}"}⁩.
core_a_formula_has_up_to_most_characters_this_one_has_count = أكبر عدد لرموز الصيغة: { $most }؛ وعددها هنا: { $count }.
core_a_function_here_has_one_or_two_variables_such_as_f_x_y_x_2_y_2 = للدالة هنا متغير أو متغيران، مثل ⁨f(x, y) = x^2 + y^2⁩.
core_a_function_in_pieces_is_written_as_in_x_0_x_2_x_2 = تُكتب الدالة المجزأة هكذا: ⁨{"{"}x < 0: x^2, x + 2{"}"}⁩.
core_a_hidden_layer_counted_from_1_or_last = رقم طبقة مخفية، العد من 1، أو ⁨last⁩
core_a_loss_such_as_0_1_or_nothing = خسارة، مثل ⁨0.1⁩، أو لا شيء
core_a_number_above_0_and_up_to_1000000_such_as_0_1 = عدد أكبر من 0 وحتى 1000000، مثل ⁨0.1⁩
core_a_number_comes_first_as_in_2x_here_a_sign_such_as_or_is_missing = العدد يأتي أولًا كما في ⁨2x⁩؛ هنا تنقص علامة مثل ⁨+⁩ أو ⁨*⁩.
core_a_number_from_0_01_to_100_or_max = عدد من ⁨0.01⁩ إلى 100، أو ⁨max⁩
core_a_number_from_0_to_0_9 = عدد من 0 إلى ⁨0.9⁩
core_a_number_from_0_to_1 = عدد من 0 إلى 1
core_a_number_from_0_to_1000000_such_as_0_01 = عدد من 0 إلى 1000000، مثل ⁨0.01⁩
core_a_number_from_1_to_1000000_such_as_10 = عدد من 1 إلى 1000000، مثل 10
core_a_number_from_low_to_high = عدد من { $low } إلى { $high }
core_a_number_has_one_decimal_point = للعدد نقطة عشرية واحدة.
core_a_point_alone_is_no_number_write_0_5_for_example = النقطة وحدها ليست عددًا: اكتب ⁨0.5⁩ مثلًا.
core_a_raised_number_of_a_few_digits_was_expected = يُنتظر عدد مرفوع من بضعة أرقام.
core_a_sample_of_the_coming_step_from_1_on_or_nothing_for_all = رقم عينة من الخطوة القادمة، من 1 فما فوق، أو لا شيء للكل
core_a_weight_s_number_from_0_on = رقم وزن، من 0 فما فوق
core_a_whole_number_from_0_to_4294967295 = عدد صحيح من 0 إلى 4294967295
core_a_whole_number_from_10_to_5000 = عدد صحيح من 10 إلى 5000
core_a_whole_number_of_samples_from_1_on_or_full = عدد صحيح من العينات من 1 فما فوق، أو ⁨full⁩
core_a_whole_number_or_0_for_no_end = عدد صحيح، أو 0 بلا نهاية
core_after_come_two_values_as_in_x_0_x_2_x_2 = بعد «⁨?⁩» تأتي قيمتان، كما في ⁨x < 0 ? x^2 : x + 2⁩.
core_after_comes_the_exponent_as_in_x_2 = بعد ⁨^⁩ يأتي الأس، كما في ⁨x^2⁩.
core_after_this_command_something_is_missing = ينقص شيء بعد هذا الأمر.
core_all_or_names_of_settings_with_spaces_between_them_such_as_learning_rate_optimizer = ⁨all⁩، أو أسماء إعدادات تفصل بينها مسافات، مثل ⁨learning_rate optimizer⁩
core_an_index_is_read_in_x_1_and_x_2_and_the_base_of_a_logarithm_in_log_2_x = يُقرأ الدليل في ⁨x_1⁩ و⁨x_2⁩، وأساس اللوغاريتم في ⁨log_2(x)⁩.
core_an_iteration_such_as_120_or_nothing_to_follow_the_run = رقم تكرار، مثل 120، أو لا شيء لتتبع التشغيل
core_angles_are_in_radians_write_pi_180_for_one_degree = الزوايا بالراديان: اكتب ⁨pi/180⁩ للدرجة الواحدة.
core_another_optimizer_for_optimizer_has_own = محسّن آخر، فلدى { $optimizer }: { $own }
core_asymmetric_double_well = بئر مزدوجة غير متناظرة
core_at_character_place_message = عند الرمز { $place }: { $message }
core_auto_or_one_of_names = ⁨auto⁩ أو أحد الأسماء ⁨{ $names }⁩
core_before_this_comparison_something_is_missing = ينقص شيء قبل هذه المقارنة.
core_before_this_next_a_number_x_or_a_bracket_was_expected = يُنتظر قبل «⁨{ $next }⁩» عدد أو ⁨x⁩ أو قوس.
core_before_this_next_something_is_missing_or_a_bracket_of_another_kind_is_open = ينقص شيء قبل «⁨{ $next }⁩»، أو فُتح قوس من نوع آخر.
core_before_this_word_a_condition_was_expected_as_in_x_0 = يُنتظر قبل «⁨{ $word }⁩» شرط، مثل ⁨x < 0⁩.
core_begin_name_is_not_read_here = ⁨\begin{"{"}{ $name }{"}"}⁩ لا يُقرأ هنا.
core_bill_depth = سُمك المنقار
core_bill_length = طول المنقار
core_changes_such_as_120_learning_rate_0_05_joined_by_commas = تغييرات مثل ⁨120:learning_rate:0.05⁩ تفصل بينها فواصل
core_cusp = ناب
core_data_of_one_s_own_as_the_page_writes_them_into_its_address = بيانات خاصة كما تكتبها الصفحة في عنوانها
core_distance = المسافة
core_elliptic_bowl = وعاء إهليلجي
core_equal_signs = إشارتان متساويتان
core_facts_free_to_use = حقائق حرة الاستعمال
core_first_comes_the_number_whose_root_it_is_root_x_3 = يأتي أولًا العدد الذي يؤخذ جذره: ⁨root(x, 3)⁩.
core_flat_bottom = قاع مسطح
core_for_the_inverse_of_name_write_inverse_for_its_reciprocal_1_name_x = للدالة العكسية لـ ⁨{ $name }⁩ اكتب ⁨{ $inverse }⁩، ولمقلوبها ⁨1/{ $name }(x)⁩.
core_function_error = الدالة: { $error }
core_here_x_is_the_variable_type_only_what_the_function_is_such_as_x_2 = هنا ⁨x⁩ هو المتغير: اكتب الدالة وحدها، مثل ⁨x^2⁩.
core_how_fast_the_learning_rate_falls_with_the_updates = δ: سرعة انخفاض معدل التعلم مع الخطوات
core_how_fast_the_momentum_rises_from_2_to = ψ: سرعة صعود الزخم من β₁/2 إلى β₁
core_how_much_m_counts_in_the_step_s_direction = β₁: مقدار أثر m في اتجاه الخطوة
core_how_much_of_both_averages_is_kept = ρ: ما يبقى من كلا المتوسطين
core_how_much_of_each_gradient_but_the_first_is_left_out = τ: ما يُترك من كل تدرج عدا الأول
core_how_much_of_the_average_of_g_is_kept = β₂: ما يبقى من متوسط g
core_how_much_of_the_largest_g_is_kept = β₂: ما يبقى من أكبر |g|
core_how_much_of_the_last_move_goes_on_into_the_next = μ: ما ينتقل من الحركة الأخيرة إلى التالية
core_in_a_number_write_a_point_0_5 = اكتب نقطة في العدد: ⁨0.5⁩.
core_infinity_is_no_number_try_a_large_one = اللانهاية ليست عددًا: جرّب عددًا كبيرًا.
core_inner = الداخل
core_is_this_a_power_name_digit_or_a_product_digit_name_a_numbered_variable_is_written_x_1 = أهذه قوة ⁨{ $name }^{ $digit }⁩ أم جداء ⁨{ $digit }{ $name }⁩؟ يُكتب المتغير المرقّم ⁨x_1⁩.
core_is_this_a_root_with_the_index_number_root_x_number_or_name_number_x = أهو جذر دليله { $number }، أي ⁨root(x, { $number })⁩، أم ⁨{ $name }({ $number }x)⁩؟
core_is_this_name_number_x_or_name_x_number_write_it_so = أهو ⁨{ $name }({ $number }x)⁩ أم ⁨{ $name }(x)^{ $number }⁩؟ اكتبه هكذا.
core_is_this_the_logarithm_to_the_base_base_log_base_x_or_log_base_x = أهو اللوغاريتم للأساس { $base }، أي ⁨log_{ $base }(x)⁩، أم ⁨log({ $base }x)⁩؟
core_is_this_the_logarithm_to_the_base_number_log_number_x_or_name_number_x = أهو اللوغاريتم للأساس { $number }، أي ⁨log_{ $number }(x)⁩، أم ⁨{ $name }({ $number }x)⁩؟
core_keeps_the_divisor_away_from_0 = ε: يبقي المقسوم عليه بعيدًا عن 0
core_key_cannot_change_while_a_run_goes_on_reset_first = لا يمكن تغيير «{ $key }» أثناء التشغيل: أعد الضبط أولًا.
core_key_is_not_known_here = «⁨{ $key }⁩» غير معروف هنا.
core_key_value_does_not_fit_it_takes_expected = ⁨{ $key }⁩ = «⁨{ $value }⁩» لا يصلح. المطلوب: { $expected }.
core_kink = كسرة
core_letter_is_a_full_width_letter_type_plain = «⁨{ $letter }⁩» حرف كامل العرض: اكتب «⁨{ $plain }⁩».
core_letter_is_a_letter_of_another_script_the_variables_are_x_and_y = «⁨{ $letter }⁩» حرف من كتابة أخرى: المتغيران هما ⁨x⁩ و⁨y⁩.
core_loss_0_1_test_loss_0_2_or_lowest_each_with_the_number_of_steps_that_there_are_for_it_if_there_is_a_limit_as_in_loss_0_1_in_50 = ⁨loss<0.1⁩ أو ⁨test_loss<0.2⁩ أو ⁨lowest⁩، وبعده عدد الخطوات إن كان هناك حد، كما في ⁨loss<0.1 in 50⁩
core_loss_of_one_neuron_without_a_minimum = خسارة عصبون واحد، بلا نقطة صغرى
core_lower = الأسفل
core_made_by_downhill_free_to_use = من صنع ⁨Downhill⁩، حرة الاستعمال
core_monkey_saddle = سرج القرد
core_name_compares_two_or_more_name_x_1 = ⁨{ $name }⁩ تقارن بين قيمتين أو أكثر: ⁨{ $name }(x, 1)⁩.
core_name_needs_brackets_example = ⁨{ $name }⁩ تحتاج إلى قوسين: ⁨{ $example }⁩.
core_name_needs_something_to_work_on_name_x = ⁨{ $name }⁩ تحتاج إلى وسيط: ⁨{ $name }(x)⁩.
core_name_takes_one_argument_for_another_base_write_log_x_3 = ⁨{ $name }⁩ تأخذ وسيطًا واحدًا. لأساس آخر اكتب ⁨log(x, 3)⁩.
core_name_takes_one_argument_for_another_root_write_root_x_5 = ⁨{ $name }⁩ تأخذ وسيطًا واحدًا. لجذر آخر اكتب ⁨root(x, 5)⁩.
core_name_takes_one_argument_in_a_number_write_a_point_0_5 = ⁨{ $name }⁩ تأخذ وسيطًا واحدًا. اكتب نقطة في العدد: ⁨0.5⁩.
core_name_takes_two_arguments_example = ⁨{ $name }⁩ تأخذ وسيطين: ⁨{ $example }⁩.
core_next_is_a_full_width_character_type_plain = «⁨{ $next }⁩» رمز كامل العرض: اكتب «⁨{ $plain }⁩».
core_next_is_not_read_as_a_digit_type_0_to_9 = «⁨{ $next }⁩» لا يُقرأ رقمًا: اكتب من ⁨0⁩ إلى ⁨9⁩.
core_next_means_nothing_here = «⁨{ $next }⁩» لا معنى له هنا.
core_numbers_joined_by_commas_such_as_1_5_2 = أعداد تفصل بينها فواصل، مثل ⁨-1.5,2⁩
core_on_divides_by_v_m_the_gradient_s_own_spread = تشغيل: يقسم على ⁨√(v − m²)⁩، أي تشتت التدرج نفسه
core_on_makes_up_for_averages_that_start_from_0_always_on_in_pytorch = تشغيل: يعوّض عن متوسطات تبدأ من 0 (دائمًا في ⁨PyTorch⁩)
core_on_weight_decay_is_a_move_of_its_own_x_x_w_x_and_g_stays_as_it_is = تشغيل: اضمحلال الأوزان حركة مستقلة، ⁨x ← x − η w x⁩، ويبقى g كما هو
core_one_of_names = أحد الأسماء ⁨{ $names }⁩
core_one_such_as_constant_step_30_0_1_exponential_0_99_cosine_200_warmup_20_one_cycle_300 = جدولة مثل ⁨constant, step:30:0.1, exponential:0.99, cosine:200, warmup:20, one_cycle:300⁩
core_opposite_signs = إشارتان متضادتان
core_outer = الخارج
core_parabola = قطع مكافئ
core_petal_length = طول البتلة
core_petal_width = عرض البتلة
core_petal_width_cm = عرض البتلة (⁨cm⁩)
core_pit_in_a_plateau = حفرة في هضبة
core_public_domain = ملك عام
core_random_or_last = ⁨random⁩ أو ⁨last⁩
core_saddle = سرج
core_sepal_length = طول السبلة
core_sepal_width = عرض السبلة
core_sine_on_a_parabola = جيب على قطع مكافئ
core_six_hump_camel = جمل بستة أسنمة
core_something_is_missing_at_the_end_a_number_x_or_a_bracket = ينقص شيء في النهاية: عدد أو ⁨x⁩ أو قوس.
core_sunspots = البقع الشمسية
core_terrace_on_the_way_down = مصطبة في طريق النزول
core_text_is_too_large_for_a_number_here = ⁨{ $text }⁩ أكبر من أن يكون عددًا هنا.
core_the_base_is_written_as_in_log_2_x = يُكتب الأساس كما في ⁨log_2(x)⁩.
core_the_base_of_a_logarithm_is_above_0_and_not_1_log_x_3 = أساس اللوغاريتم أكبر من 0 ولا يساوي 1: ⁨log(x, 3)⁩.
core_the_fields_of_a_board_of_four_by_four = مربعات رقعة من أربعة في أربعة
core_the_latex_command_name_is_not_known_here = أمر ⁨LaTeX⁩ التالي غير معروف هنا: ⁨\{ $name }⁩.
core_the_logistic_function_is_written_sigmoid_x = تُكتب الدالة اللوجستية ⁨sigmoid(x)⁩.
core_the_lowest_and_the_highest_x_such_as_2_2_and_then_those_of_y = أصغر ⁨x⁩ وأكبرها، مثل ⁨-2,2⁩، ثم مثلهما لـ ⁨y⁩
core_the_numbered_variables_are_x_1_and_x_2 = المتغيران المرقّمان هما ⁨x_1⁩ و⁨x_2⁩.
core_the_signs_of_x_and_x_after_minsky_and_papert_1969 = إشارتا ⁨x₁⁩ و⁨x₂⁩، على نهج ⁨Minsky, Papert, 1969⁩
core_there_are_no_factorials_here_write_6_instead_of_3 = لا مضروب هنا: اكتب ⁨6⁩ بدل ⁨3!⁩.
core_there_are_no_imaginary_numbers_here_i_is_not_known = لا أعداد تخيلية هنا: ⁨i⁩ غير معروف.
core_there_is_nothing_between_these_brackets = لا شيء بين هذين القوسين.
core_this_bracket_is_not_closed_a_closing_is_missing = هذا القوس غير مغلق: ينقص «⁨{ $closing }⁩».
core_this_divides_by_zero_which_gives_no_number = هنا قسمة على صفر، ولا تعطي عددًا.
core_this_is_nested_too_deeply_up_to_levels_levels_are_read = التداخل عميق جدًا: أقصى عدد للمستويات { $levels }.
core_this_is_not_closed_a_second_is_missing = هذا ⁨|⁩ غير مغلق: ينقص ⁨|⁩ ثانٍ.
core_this_next_closes_a_bracket_that_was_never_opened = يغلق «⁨{ $next }⁩» قوسًا لم يُفتح.
core_three_hump_camel = جمل بثلاثة أسنمة
core_three_spirals_after_lang_and_witbrock_1988 = ثلاث لوالب، على نهج ⁨Lang, Witbrock, 1988⁩
core_true_or_false = ⁨true⁩ أو ⁨false⁩
core_two_half_circles_after_make_moons_of_scikit_learn = نصفا دائرة، على نهج ⁨make_moons⁩ من ⁨scikit-learn⁩
core_two_normal_distributions_around_1_1_and_1_1 = توزيعان طبيعيان حول ⁨(−1, −1)⁩ و⁨(1, 1)⁩
core_two_numbers_side_by_side_put_a_sign_such_as_or_between_them = عددان متجاوران: ضع بينهما علامة مثل ⁨+⁩ أو ⁨*⁩.
core_two_sines = جيبان
core_two_spirals_after_lang_and_witbrock_1988 = لولبان، على نهج ⁨Lang, Witbrock, 1988⁩
core_two_spirals_as_classifyspiraldata_of_tensorflow_playground_makes_them_d_smilkov_s_carter_2016_apache_2_0 = لولبان كما يصنعهما ⁨classifySpiralData⁩ من ⁨TensorFlow Playground (D. Smilkov, S. Carter, 2016; Apache-2.0)⁩
core_type_a_formula_such_as_x_2_sin_3x = اكتب صيغة، مثل ⁨x^2 + sin(3x)⁩.
core_type_only_what_the_function_is_such_as_x_2_this_is_an_equation = اكتب الدالة وحدها، مثل ⁨x^2⁩: هذه معادلة.
core_up_to_layers_hidden_layers_widths_of_1_to_units_such_as_6_or_8_8 = عروض الطبقات المخفية، وأكبر عدد لها { $layers }، وكل عرض من 1 إلى { $units }، مثل ⁨6⁩ أو ⁨8-8⁩
core_up_to_six_optimizers_as_in_sgd_adam_up_to_six_step_sizes_as_in_0_01_0_1_or_starts = حتى ستة محسّنات مثل ⁨sgd,adam⁩، أو ستة أحجام خطوة مثل ⁨0.01,0.1⁩، أو ⁨starts⁩
core_upper = الأعلى
core_use_x_and_y_or_x_and_x_but_not_both = استعمل ⁨x⁩ و⁨y⁩، أو ⁨x₁⁩ و⁨x₂⁩، لا كليهما.
core_velocity_1000_km_s = السرعة (⁨1000 km/s⁩)
core_w_the_pull_towards_0_a_move_of_its_own_by_w_x = w: الشد نحو 0، حركة مستقلة بمقدار ⁨η w x⁩
core_w_the_pull_towards_0_added_to_the_gradient_as_w_x = w: الشد نحو 0، يضاف إلى التدرج بمقدار ⁨w x⁩
core_weights_numbers_such_as_6_or_0_5_7 = أرقام أوزان، مثل ⁨6⁩ أو ⁨0-5-7⁩
core_what_g_starts_from = ما يبدأ منه G
core_what_too_long_for_an_address_save_the_experiment_as_a_file_instead = ⁨{ $what }⁩: أطول من أن يسعه عنوان؛ احفظ التجربة في ملف.
core_with_y_on_both_sides_this_is_an_equation_type_only_what_the_function_is = وجود ⁨y⁩ في الطرفين يجعلها معادلة: اكتب الدالة وحدها.
core_write_0_05_instead_of_5_and_mod_x_2_for_a_remainder = اكتب ⁨0.05⁩ بدل ⁨5 %⁩، و⁨mod(x, 2)⁩ للباقي.
core_write_1_name_x_for_a_reciprocal = اكتب ⁨1/{ $name }(x)⁩ للمقلوب.
core_write_atan_y_x_for_an_angle_and_atan_2x_for_a_factor = اكتب ⁨atan(y/x)⁩ للزاوية، و⁨atan(2x)⁩ للمعامل.
core_write_if_x_0_x_2_x_2 = اكتب ⁨if(x < 0, x^2, x + 2)⁩.
core_write_number_x_for_a_power_of_number_and_exp_number_x_for_one_of_e = اكتب ⁨{ $number }^x⁩ لقوة العدد { $number }، و⁨exp({ $number }x)⁩ لقوة ⁨e⁩.
core_write_to_divide_a_function_in_pieces_is_x_0_x_2_x_2 = اكتب ⁨/⁩ للقسمة. الدالة المجزأة هي ⁨{"{"}x < 0: x^2, x + 2{"}"}⁩.
core_written_has_no_value = لا قيمة لـ ⁨{ $written }⁩.
core_written_is_not_known_here_is_it_near = «⁨{ $written }⁩» غير معروف هنا. أهو ⁨{ $near }⁩؟
core_written_is_not_known_here_the_variable_is_first = «⁨{ $written }⁩» غير معروف هنا: المتغير هو ⁨{ $first }⁩.
core_written_is_not_known_here_the_variables_are_first_and_second = «⁨{ $written }⁩» غير معروف هنا: المتغيران هما ⁨{ $first }⁩ و⁨{ $second }⁩.
core_written_is_not_known_here_the_variables_are_x_and_y_or_another_letter_alone_there_are_pi_e_and_functions_such_as_sin_exp_ln_sqrt = «⁨{ $written }⁩» غير معروف هنا. المتغيران هما ⁨x⁩ و⁨y⁩، أو حرف آخر وحده؛ وهناك ⁨pi⁩ و⁨e⁩ ودوال مثل ⁨sin, exp, ln, sqrt⁩.
core_year = السنة
