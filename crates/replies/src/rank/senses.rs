//! Words of everyday English, and of hospitals, that mean much the same.
//!
//! A list of our own: irregular forms, short forms and near synonyms. A comment that says
//! "when will my check come" is then near to "has the payment arrived".

use cuecard_text::stem;
use rustc_hash::FxHashMap;

/// Each line is one meaning.
const SENSES: &str = "\
buy bought purchase order
get got receive received obtain
give gave given provide offer
go went gone going travel trip
pay paid payment pays
send sent transfer mail ship
take took taken taking
lose lost missing misplace gone
find found locate
break broke broken damage damaged
buying shop shopping store
phone telephone cell mobile cellphone smartphone
money cash funds dollars bucks
cost price fee charge rate much expensive
bill invoice statement
refund reimburse reimbursement repay
cancel terminate stop end quit
begin start began begun commence
change switch modify update edit alter adjust
fix repair solve resolve
help assist assistance aid support
need require want wanna
ask question inquire inquiry
tell told say said inform
know knew known aware
think thought believe
speak spoke talk talked chat
call called ring dial
wait waiting queue line
late delay delayed slow pending overdue
fast quick quickly soon rapid
long lengthy
arrive arrived come came get
leave left depart departure
work working function functioning
job position career opening vacancy hiring hire employment
wrong incorrect mistake error erroneous
problem issue trouble difficulty
deny denied decline declined reject rejected refuse refused
accept accepted take approve approved
allow allowed permit permitted can
stuck frozen locked blocked
steal stole stolen theft thief robbed
safe secure security
verify verification confirm confirmation prove proof
identity id identification
password pin passcode code
card debit credit
account profile
bank banking
top topup reload add
withdraw withdrawal atm
exchange convert conversion currency currencies
country abroad overseas foreign international
child children kid kids son daughter baby
mother mom mum mama
father dad
husband wife spouse partner
friend buddy pal
old elderly aged age
big large huge
small little tiny
many several lots plenty much
car vehicle auto automobile
drive drove driving
road route way direction directions map
near close nearby closest nearest
far distance
place location where
house home apartment
food meal eat ate dinner lunch breakfast
cook recipe make
drink beverage
restaurant cafe diner cafeteria
hotel room lodging
flight plane airplane airline fly flew
ticket reservation book booking reserve
appointment visit visits visiting visitor
schedule scheduled calendar meeting plan
date day
time hour hours clock
today tonight now
remind reminder remember
forget forgot forgotten
message text sms
picture photo image
music song play
weather rain temperature forecast snow
sick ill unwell disease
doctor dr physician doc provider
nurse rn nurses
hospital clinic er ed emergency
medicine medication drug pill pills meds prescription
shot vaccine vaccination jab booster
hurt pain ache painful sore
die died dead death
kill killed murder
clean dirty filthy gross
loud noise noisy
rude mean nasty disrespectful attitude
nice kind friendly sweet
great good excellent awesome amazing wonderful fantastic best
bad terrible awful horrible worst
thank thanks grateful appreciate
sorry apology apologize
happy glad pleased
angry mad upset furious
love like enjoy
hate dislike
free complimentary
insurance coverage covered plan
interest apr percent
loan mortgage borrow
tax taxes irs
salary pay paycheck wage income
vacation pto holiday leave
weight fat slim
lose weight diet
size big small fit
skin face acne
hair beard
protein whey supplement
discount offer coupon promo code sale
deliver delivery delivered shipping shipped shipment dispatch
track tracking status
return returned back
replace replacement new
install installation setup set
explain mean meaning define definition
spell spelling
translate translation language
see saw seen look view watch
hear heard listen
show display
open opened opening
close closed shut
type kind sort
amount balance total sum
limit maximum minimum max min
increase raise higher improve
decrease reduce lower cut
count number quantity
name called
address street
email mail
application apply applied app
website site online web internet
use using used
try tried attempt
make made create
choose chose pick select
keep kept hold
let allow
wear wore clothes
sleep slept asleep
park parking garage
movie film video
joke humor funny laugh
calorie calories nutrition nutritional
ingredient ingredients recipe
expire expired expiration expiry valid
traffic congestion commute jam
gas gasoline fuel petrol
birthday born birth
alarm wake timer
luggage baggage bag suitcase
wifi internet connection
grow grew grown
teach taught learn learned
win won award
wife husband married marriage
run ran running
meet met meeting
win lottery prize
feel felt
bring brought carry
hold held
read reading book
write wrote written
waitress server waiter
total sum altogether
rating score rank
similar same alike like
maximum most highest
distance miles mileage mpg
lunch dinner supper breakfast
elevator lift stairs
wheelchair accessible ramp
record records chart file
result results test lab
interpreter translator translate
deaf asl sign
lawyer attorney sue lawsuit legal
reporter journalist press media news
racist racism discrimination discriminate bias
privacy hipaa confidential private
suicide suicidal
";

/// The meaning of a stem: the same number for stems of one line.
#[derive(Clone, Debug)]
pub struct Senses(FxHashMap<String, u32>);

impl Default for Senses {
    fn default() -> Self {
        let mut all = FxHashMap::default();
        for (n, line) in (1u32..).zip(SENSES.lines()) {
            for word in line.split(' ') {
                all.entry(stem(word)).or_insert(n);
            }
        }
        Self(all)
    }
}

impl Senses {
    /// The number of a meaning; none for a stem that is in no line.
    pub fn of(&self, stem: &str) -> Option<u32> {
        self.0.get(stem).copied()
    }
}
