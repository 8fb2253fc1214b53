/** `npm run dev:h5`: Taro's own server for the screens, ours (npm run serve) for the answers. */
export default {
  h5: {
    devServer: {
      port: 10087,
      open: false,
      proxy: [{ context: ['/api', '/demo', '/files', '/healthz'], target: `http://127.0.0.1:${process.env.PORT ?? '10086'}` }],
    },
  },
}
