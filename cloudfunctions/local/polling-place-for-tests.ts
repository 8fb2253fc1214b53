import { libsqlStore } from '../adapters/sql/libsql'
import { createServe } from '../api/serve'
import { smallVillage } from '../api/journeys/small-village'
import { rollPlaceId } from '@/domain/roll/roll'
import { villageServer } from './server'

/** A server of its own process, to be killed while a vote is on: `FILE VOTERS`. A crowd on the roll, one open named vote and one secret. */
const [, , file = '', voters = '0'] = process.argv

const store = libsqlStore(file)
const { seed, ports, now } = smallVillage({ store })
if (!(await store.get('orgs', 'v1'))) {
  const ids = Array.from({ length: Number(voters) }, (_, i) => `crowd${i}`)
  await store.bulkLoad('people', [
    ...seed.people,
    ...ids.map(id => ({ id, orgId: 'v1', name: id, roles: ['resident'] as const, group: 1, householdId: null })),
  ])
  await store.bulkLoad(
    'accounts',
    ids.map(id => ({ id, orgId: 'v1', personId: id })),
  )
  await store.bulkLoad(
    'rollPlaces',
    ids.map(id => ({
      id: rollPlaceId('v1', 'VRA', id),
      orgId: 'v1',
      body: 'VRA' as const,
      unitId: id,
      personId: id,
      since: 0,
      until: null,
    })),
  )
  for (const form of ['named', 'secret'] as const) {
    await store.put('motions', {
      id: form,
      orgId: 'v1',
      topicId: 't',
      text: '清淤',
      body: 'VRA',
      form,
      opensAt: now(),
      closesAt: now() + 3_600_000,
      rollSize: ids.length,
      rollHash: '',
      frozenAt: now(),
      rules: 'village-2026',
      byLaw: '章程',
      settledAt: null,
      result: null,
    })
  }
  await store.bulkLoad('orgs', seed.orgs)
}
const server = villageServer({
  serve: createServe(ports, 'v1'),
  files: ports.files,
  site: null,
  demo: { identities: [], advance: () => Promise.resolve(0) },
  fault: (where, error) => console.error(where, error),
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) process.stdout.write(`http://127.0.0.1:${address.port}\n`)
})
