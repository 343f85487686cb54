// Journeys with each role in a process of its own: the platform of the test answers, five others do the rest.
process.env.JOURNEYS = 'split'
await import('./api.spec.ts')
await import('./serious-list.spec.ts')

export {}
