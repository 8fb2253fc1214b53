// In place of Taro's tabbar.js and navigationBar.js. With a custom tab bar the first would do nothing; the second makes a bar that is never shown.
export function initTabbar() {}
export function initNavigationBar() {}
