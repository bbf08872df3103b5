// What the invented office of the sample offers, in the terms of the policy it stands under. It lies with the packs since its courses name categories.

/** The policy that decides the sample's courses. */
export const samplePolicy = 'humboldt-extended-education';

/**
 * The sample's courses, one a line: number | title | category | meets | weeks of the term | fee and deposit in dollars | place | which term,
 * where not this one.
 */
export const samplePlans = `
  BIOL 105-01 | Principles of Biology                    | open-university        | Mon Wed 10-11:20a   | 1-16  | 1284 | 0  | Seaside Hall 118
  HIST 110-02 | United States History to 1877            | open-university        | Tue Thu 2-3:20p     | 1-16  | 963  | 0  | Library 210
  PSYC 104-01 | Introduction to Psychology               | open-university        | Mon Wed Fri 9-9:50a | 1-16  | 963  | 0  | Seaside Hall 131
  STAT 109-40 | Introductory Biostatistics (online)      | open-university        |                     | 1-16  | 1284 | 0  | Online
  GEOG 699-07 | Independent Study: Estuary Mapping       | open-university        | arranged            | 1-17  | 642  | 0  | By arrangement
  MATH 104-90 | College Algebra for High School Students | high-school-concurrent | Mon Wed 3:30-4:50p  | 1-16  | 180  | 0  | Port Alder High School
  SPAN 105-90 | Spanish I for High School Students       | high-school-concurrent | Tue Thu 4-5:20p     | 1-16  | 180  | 0  | Juniper Bay High School
  EXT 204-02  | Project Management                       | extension              | Mon 6-8:50p         | 6-16  | 400  | 0  | Wharf Building 12
  EXT 118-01  | Bookkeeping for Small Business           | extension              | Tue Thu 6-8p        | 3-10  | 475  | 50 | Wharf Building 14
  EXT 231-01  | Grant Writing in Five Saturdays          | extension              | Sat 9a-12p          | 7-11  | 295  | 45 | Wharf Building 12
  EXT 142-01  | Food and Wine of the North Coast         | extension              | Fri 5:30-8:30p      | 5-9   | 240  | 75 | Cannery Kitchen
  EXT 309-40  | Teaching Adults Online                   | extension              |                     | 4-13  | 520  | 0  | Online
  EXT 275-01  | Paralegal Certificate: Legal Research    | extension              | Wed 6-9p            | 2-14  | 690  | 0  | Library 305
  EXT 160-01  | Conversational Spanish I                 | extension              | Tue 6-7:50p         | 2-9   | 260  | 0  | Seaside Hall 118
  EXT 160-02  | Conversational Spanish I                 | extension              | Thu 6-7:50p         | 8-15  | 260  | 0  | Seaside Hall 118
  EXT 288-01  | Data Analysis with Spreadsheets          | extension              | Sat 10a-3p          | 10-15 | 360  | 0  | Wharf Building 20
  ENVS 480-01 | Coastal Field Ecology, Two Weekends      | special-session        | Sat Sun 8a-5p       | 9-10  | 610  | 0  | Heron Landing Station
  EDUC 680-01 | Reading Intervention                     | special-session        | Tue 4:30-7:20p      | 3-12  | 885  | 0  | Seaside Hall 240
  BA 590-03   | Conference Study: Cooperative Business   | special-session        | arranged            | 1-17  | 642  | 0  | By arrangement
  GRAD 600-01 | Graduate Continuous Enrollment           | special-session        | arranged            | 1-17  | 275  | 0  | By arrangement
  NC 012-01   | Watercolor for Beginners                 | non-credit             | Thu 10a-12p         | 6-11  | 165  | 0  | Art Barn
  NC 027-01   | Sea Kayaking Basics                      | non-credit             | Sun 9a-2p           | 5-8   | 320  | 60 | Gull Point Boathouse
  NC 040-40   | Medical Terminology, Self-Paced          | non-credit             |                     | 2-14  | 199  | 0  | Online
  NC 055-01   | Winter Beekeeping                        | non-credit             | Sat 1-4p            | 11-15 | 140  | 0  | Old Mill Farm
  OLLI 101-01 | Poems of the Pacific                     | olli                   | Mon 1-3p            | 6-9   | 60   | 0  | Library 101
  OLLI 115-01 | Reading the Tide Pools                   | olli                   | Thu 9-11a           | 8-11  | 75   | 0  | Gull Point Boathouse
  EXT 190-01  | Beginning Welding                        | extension              | Wed 6-9p            | 2-13  | 540  | 80 | Shop 3                  | last
  ENVS 460-01 | Dune Restoration Practicum               | special-session        | Sat 9a-3p           | 2-9   | 480  | 0  | Heron Landing Station   | before-last
`;
