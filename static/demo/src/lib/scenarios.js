// The people and texts on every demo page. `?comment=` picks the comment that is answered, `?kind=post` asks for a fresh
// post composer, so a test and a newcomer reach the same state by the same address.

export const BRAND = {
  name: 'Wrenfield Health',
  handle: 'wrenfield',
  /** On X, as the sample playbook names it. */
  account: '@wrenfieldhealth',
  initials: 'WH',
  tone: 'brand',
  post: 'Flu clinic this Saturday, 9 to 1, at the Linden Street centre. Walk in, no appointment needed. Bring a list of the medicines you take.',
  when: '9h',
  at: '2026-11-20T08:00:00Z',
};

const COMMENTS = {
  'long-wait': {
    label: 'Long wait',
    name: 'Carla Mendes',
    handle: 'carla_m',
    initials: 'CM',
    tone: 'a',
    text: 'I waited four hours in your ER last night and nobody came. Unbelievable.',
    when: '2h',
    at: '2026-11-20T15:10:00Z',
  },
  'self-harm': {
    label: 'Self-harm',
    name: 'quietriver',
    handle: 'quietriver',
    initials: 'q',
    tone: 'b',
    text: "i can't do this anymore, i want to die",
    when: '6m',
    at: '2026-11-20T17:04:00Z',
  },
  oblique: {
    label: 'Oblique',
    name: 'M. Okoro',
    handle: 'mokoro',
    initials: 'MO',
    tone: 'b',
    text: 'the bottle is empty and i feel floaty. waited 4 hours on your phone line',
    when: '9m',
    at: '2026-11-20T17:01:00Z',
  },
  unheard: {
    label: 'Nothing fits',
    name: 'Ray Tull',
    handle: 'raytull',
    initials: 'RT',
    tone: 'd',
    text: 'that soup tasted of nothing',
    when: '31m',
    at: '2026-11-20T16:39:00Z',
  },
  praise: {
    label: 'Praise',
    name: 'Dana Osei',
    handle: 'dana_osei',
    initials: 'DO',
    tone: 'c',
    text: 'Nurse Joy on 4 West was an angel to my dad. Thank you!',
    when: '1h',
    at: '2026-11-20T16:02:00Z',
  },
  parking: {
    label: 'Parking',
    name: 'Tom Hale',
    handle: 'tomhale',
    initials: 'TH',
    tone: 'd',
    text: 'where do I park for the north pavilion??',
    when: '24m',
    at: '2026-11-20T16:46:00Z',
  },
  spanish: {
    label: 'Spanish',
    name: 'Lucía Robles',
    handle: 'lucia_robles',
    initials: 'LR',
    tone: 'a',
    text: 'Llevo seis horas esperando en urgencias y nadie me atiende. ¿Por qué?',
    when: '40m',
    at: '2026-11-20T16:30:00Z',
  },
  troll: {
    label: 'Troll',
    name: 'basement.king',
    handle: 'basementking',
    initials: 'bk',
    tone: 'e',
    text: 'this hospital is a joke lol',
    when: '3h',
    at: '2026-11-20T14:20:00Z',
  },
};

// Comments that stand beside the answered one and want no answer: a driver that reads the wrong one shows at once.
const BYSTANDERS = [
  {
    name: 'Iris Bauer',
    handle: 'iris_b',
    initials: 'IB',
    tone: 'd',
    text: 'Sharing this with my neighbours on Linden Street.',
    when: '8h',
    at: '2026-11-20T09:12:00Z',
  },
  {
    name: 'Sam Whitlock',
    handle: 'samwhitlock',
    initials: 'SW',
    tone: 'c',
    text: 'See you there on Saturday.',
    when: '7h',
    at: '2026-11-20T10:05:00Z',
  },
];

const query = new URLSearchParams(location.search);

/** The scenarios of the switch, as `[id, label]`. */
export const CHOICES = Object.entries(COMMENTS).map(([id, comment]) => [id, comment.label]);

/** 'post' for a fresh post composer, 'reply' otherwise. */
export const kind = query.get('kind') === 'post' ? 'post' : 'reply';

/** The id of the comment that is answered. */
export const chosen = query.get('comment') in COMMENTS ? query.get('comment') : 'long-wait';

/** A comment by its id; null when there is none of that name. */
export const commentOf = (name) => (Object.hasOwn(COMMENTS, name) ? { ...COMMENTS[name], id: '11400000000000002' } : null);

/** The comment that is answered. */
export const comment = commentOf(chosen);

/** All comments of the page, the answered one in the middle, so that neither "first" nor "last" finds it by chance. */
export const thread = [
  { ...BYSTANDERS[0], id: '11400000000000001' },
  comment,
  { ...BYSTANDERS[1], id: '11400000000000003' },
];
