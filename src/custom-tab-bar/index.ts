/** WeChat asks for this component when the tab bar is custom. It draws nothing: each tab page draws its own bar (components/tab-bar). */
declare function Component(options: object): void

Component({})
