import subsets from '@fontsource/noto-sans-sc/unicode.json' with { type: 'json' }

const WEIGHTS = [
  { weight: 400, local: ['Noto Sans CJK SC', 'NotoSansCJKsc-Regular'] },
  { weight: 700, local: ['Noto Sans CJK SC Bold', 'NotoSansCJKsc-Bold'] },
]

/**
 * Noto Sans SC for visitors without a Chinese font: a browser fetches only the subsets that a page needs, and none where the system's own copy
 * goes by another name, as on Android. `base`: where the package's files are served.
 */
export const fontFaces = (base: string): string =>
  WEIGHTS.flatMap(({ weight, local }) =>
    Object.entries(subsets).map(([subset, range]) => {
      const file = `${base}noto-sans-sc-${subset.replace(/[[\]]/g, '')}-${weight}-normal.woff2`
      const sources = [...local.map((name) => `local("${name}")`), `url("${file}") format("woff2")`]
      return `@font-face{font-family:"Noto Sans SC";font-weight:${weight};font-display:swap;src:${sources.join()};unicode-range:${range}}`
    }),
  ).join('\n')

/** The only files of the package that are served. */
export const isFontFile = (name: string): boolean => /^\/?noto-sans-sc-[a-z0-9-]+-(400|700)-normal\.woff2$/.test(name)
