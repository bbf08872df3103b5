import { emptyAddress, type Address } from '../../shared/register/fields';
import type { Student } from '../../shared/register/student';
import type { Chance } from './chance';

// Invented people at invented addresses. Names are put together by chance; towns and streets are nowhere.

const firstNames = words(`
  Aaliyah Abel Adriana Agnes Ahmed Aiko Alejandra Alina Amir Anders Anh Anneliese Arjun Beatriz Benjamin Bao
  Brianna Camila Carlos Caroline Chidi Claire Connor Dalia Daniel Deborah Diego Dolores Dwayne Elena Elijah Emiko
  Esperanza Ethan Farah Felix Fiona Gabriel Grace Guadalupe Hannah Harpreet Hector Ingrid Isaac Isabel Jamal
  Jasmine Javier Jin Joaquín Jorge Julia Kai Keisha Kenji Laila Leilani Lourdes Luis Mai Malik Marguerite Marisol
  Mateo Miriam Mohammed Nadia Ngozi Noah Olga Omar Patricia Paul Priya Quinn Rafael Rebecca Rosa Ruth Samuel
  Sienna Sofía Soren Tala Teresa Thomas Tomoko Ursula Valentina Victor Wanda Xavier Ximena Yolanda Yusuf Zachary
  Zoe
`);

const lastNames = words(`
  Abernathy Acosta Adeyemi Aguilar Ahmadi Alvarado Andersen Archuleta Banerjee Barrera Bautista Begaye Blackwood
  Brennan Calderón Castellanos Chan Choi Contreras Cruz D’Angelo Delgado Dhillon Dubois Eriksson Escobedo
  Fairchild Figueroa Fitzgerald Flores Fujimoto Galloway Gutiérrez Haddad Hakimi Hawkins Hernández Hoang Ibarra
  Iyer Jackson Jimenez Kaplan Kealoha Kim Kowalski Larsen Lee Lindqvist Lozano Macías Mbeki McAllister Medina
  Mendoza Moreau Morales Nakamura Navarro Nguyen O’Connell Ochoa Okafor Oliveira Orozco Ortega Padilla Park Patel
  Pereira Phan Pruitt Quintero Ramírez Reyes Rivas Robinson Rosenthal Salazar Sandoval Santiago Schaefer Singh
  Sorensen Stewart Suzuki Takahashi Thibodeaux Tran Tsosie Underwood Valdez Vang Villanueva Washington Weinberg
  Whitehorse Xiong Yamamoto Zamora
`);

/** Last names that put a second one behind a hyphen, as many do. */
const doubled = ['Aguilar', 'Castellanos', 'Delgado', 'Flores', 'Medina', 'Okafor', 'Park', 'Ramírez'] as const;

/** Last names whose bearers, in this sample, sometimes want their letters in Spanish. */
const oftenSpanish: ReadonlySet<string> = new Set(
  words(`
    Acosta Aguilar Alvarado Barrera Calderón Castellanos Contreras Cruz Delgado Escobedo Figueroa Flores Gutiérrez
    Hernández Ibarra Jimenez Lozano Macías Medina Mendoza Morales Navarro Ochoa Orozco Ortega Padilla Quintero
    Ramírez Reyes Rivas Salazar Sandoval Santiago Valdez Villanueva Zamora
  `),
);

const streets = [
  'Alder St',
  'Bayview Ave',
  'Breakwater Ln',
  'Cannery Row Ct',
  'Cedar Hollow Rd',
  'Driftwood Dr',
  'Eelgrass Way',
  'Ferry Landing Rd',
  'Gull Point Rd',
  'Harbor St',
  'Heron Ct',
  'Kelp Forest Ln',
  'Lighthouse Rd',
  'Madrone Ave',
  'Old Mill Rd',
  'Pelican Way',
  'Redtail Ridge Rd',
  'Saltmarsh Loop',
  'Spruce St',
  'Tidewater Blvd',
] as const;

const towns = [
  { city: 'Port Alder', postal: '95599' },
  { city: 'Saltmarsh', postal: '95598' },
  { city: 'Juniper Bay', postal: '95597' },
  { city: 'Heron Landing', postal: '95596' },
  { city: 'North Breakwater', postal: '95594' },
  { city: 'Three Spruces', postal: '95593' },
] as const;

/** An invented address in one of the towns around the university. */
export function anAddress(chance: Chance): Address {
  const town = chance.pick(towns);
  return {
    line1: `${chance.int(12, 4980)} ${chance.pick(streets)}`,
    line2: chance.percent(28) ? `Apt ${chance.int(1, 40)}${chance.pick(['', '', 'A', 'B', 'C'])}` : '',
    city: town.city,
    state: 'CA',
    postal: chance.percent(40) ? `${town.postal}-${chance.int(1001, 9899)}` : town.postal,
    country: '',
  };
}

/** So many students. The first are always the same few whom every office knows: two of one name, a very long one, one without an address, one abroad. */
export function someStudents(chance: Chance, count: number): Student[] {
  const students = Array.from({ length: count }, (_, index) => aStudent(chance, index));
  return students.map((student, index) => ({ ...student, ...(known[index] ?? {}) }));
}

function aStudent(chance: Chance, index: number): Student {
  const last = chance.pick(lastNames);
  const lastName = chance.percent(9) ? `${last}-${chance.pick(doubled.filter((name) => name !== last))}` : last;
  const firstName = chance.percent(8)
    ? `${chance.pick(firstNames)} ${chance.pick('ABCDEFGHJKLMNPRSTW'.split(''))}.`
    : chance.pick(firstNames);
  return {
    id: chance.id(),
    number: String(10_204_117 + index * 37),
    lastName,
    firstName,
    email: chance.percent(92) ? `${asciiOf(firstName)}.${asciiOf(lastName)}${index + 1}@example.edu` : '',
    phone: chance.percent(75) ? `(555) 555-01${chance.int(10, 99)}` : '',
    address: anAddress(chance),
    language: oftenSpanish.has(last) && chance.percent(35) ? 'es' : 'en',
    federalAid: chance.percent(12),
    note: '',
  };
}

const known: readonly Partial<Student>[] = [
  { firstName: 'Maria', lastName: 'Garcia-Lopez', email: 'maria.garcia-lopez@example.edu', language: 'en' },
  { firstName: 'Maria', lastName: 'Garcia-Lopez', email: 'mgarcialopez2@example.edu', language: 'es' },
  {
    firstName: 'María de los Ángeles Guadalupe',
    lastName: 'Fernández de Villavicencio y Echeverría',
    email: 'mfernandez.villavicencio@example.edu',
    language: 'es',
  },
  { address: emptyAddress, note: 'Moved in the summer; the new address was asked for by e-mail.' },
  {
    firstName: 'Saoirse',
    lastName: 'Ó Briain',
    address: { line1: '14 Abbey Quay', line2: '', city: 'Galway', state: '', postal: 'H91 XY00', country: 'Ireland' },
  },
  { firstName: '', lastName: 'Suryadharma', email: 'suryadharma@example.edu' },
];

function asciiOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^A-Za-z-]/g, '')
    .toLowerCase();
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
