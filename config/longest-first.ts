import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The files that take longest, the longest first. On a fresh clone nothing is known of how long a file takes, and one of these begun last
 * keeps one core busy for minutes while the other waits.
 */
const longest = [
  'wechat/lost-answers',
  'journeys/one-ballot-each',
  'journeys/every-page',
  'journeys/major-matter',
  'journeys/nothing-lost',
  'journeys/moderator',
  'src/journeys/options',
  'src/journeys/the-walk',
  'journeys/proxies',
  'journeys/door',
  'src/journeys/rolls',
  'journeys/elder',
  'migrate/migrate',
  'journeys/visibility',
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex(name => moduleId.includes(`${name}.test.`))
      return at < 0 ? longest.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}
