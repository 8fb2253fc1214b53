import { runVillage, settingsFrom } from './run'

/** Runs a village until Ctrl-C: who is being served is served, the store is closed, nothing is lost. A second Ctrl-C does not wait. */
export async function main(root: string): Promise<void> {
  const settings = settingsFrom(process.env, root)
  const running = await runVillage(settings, line => {
    console.log(line)
  })
  console.log(
    `\n村议事厅开着：${running.address}${settings.demo ? '（示范村，示范数据）' : ''}\nThe village hall is open: ` +
      `${running.address}\n${settings.databaseUrl ? 'PostgreSQL' : settings.dataDir} · Ctrl-C 结束 to stop\n`,
  )
  let stopping = false
  const stop = () => {
    if (stopping) process.exit(130)
    stopping = true
    running.stop().then(
      () => {
        console.log('已收好。Closed.')
        process.exit(0)
      },
      error => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
