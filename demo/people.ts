/** The people of the demo: plain data for the server, which signs them in, and for the pages, which offer them. */
export interface Person {
  readonly user_id: string;
  readonly name: string;
  readonly email: string;
  /** Who they are in the story, for the page. */
  readonly role: string;
}

export const people: readonly [Person, Person, Person, Person, Person] = [
  { user_id: '61010d7ce4c9786a417b4113', name: 'Mara Lindqvist', email: 'mara@example.org', role: 'Customer' },
  { user_id: '61010d7ce4c9786a417b4114', name: 'Jonas Weber', email: 'jonas@example.org', role: 'Workshop' },
  { user_id: '61010d7ce4c9786a417b4115', name: 'Amélie Laurent', email: 'amelie@example.org', role: 'Design' },
  { user_id: '61010d7ce4c9786a417b4116', name: 'Tomás Oliveira', email: 'tomas@example.org', role: 'Joinery' },
  { user_id: '61010d7ce4c9786a417b4117', name: 'ليلى حداد', email: 'layla@example.org', role: 'Delivery' },
];
