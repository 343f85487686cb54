import type { AnyPage } from '../page.ts'
import { abnormalList } from './abnormal-list.ts'
import { about } from './about.ts'
import { draw } from './draw.ts'
import { draws } from './draws.ts'
import { english } from './english.ts'
import { enterprise } from './enterprise/page.ts'
import { inspectionItems } from './inspection-items.ts'
import { inspectionResults } from './inspection-results.ts'
import { inspectionYear } from './inspection-year.ts'
import { legalSettings } from './legal-settings.ts'
import { ratings } from './ratings.ts'
import { search } from './search/page.ts'
import { seriousList } from './serious-list.ts'
import { slip } from './slip.ts'
import { board } from './staff/board.ts'
import { entrance } from './staff/entrance.ts'
import { visit } from './staff/visit.ts'
import { visits } from './staff/visits.ts'

/** Every page, once. */
export const pages: readonly AnyPage[] = [
  search,
  enterprise,
  abnormalList,
  seriousList,
  draws,
  draw,
  inspectionResults,
  inspectionYear,
  inspectionItems,
  legalSettings,
  english,
  about,
  slip,
  ratings,
  entrance,
  board,
  visits,
  visit,
]
