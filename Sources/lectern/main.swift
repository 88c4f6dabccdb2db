import LecternCommands

runLectern()
